use whereabouts::judge::show::*; use whereabouts::judge::*; use whereabouts::run::*; use whereabouts::narration::*; use whereabouts::text::*;
#[test] fn dump() { let mut s=Scene::new().unwrap(); let words=Words::native(english());
 for (op,about) in questions() { let l=lesson_of(&mut s,op,about); println!("== {} carriers {:?} gates {:?} nodes {:?}", l.id, l.carriers.iter().map(|c|&c.name).collect::<Vec<_>>(), l.gates.iter().map(|g|(g.id.as_str(),g.rules.len())).collect::<Vec<_>>(), l.networks.iter().map(|n|n.nodes.iter().map(|n|n.role.id()).collect::<Vec<_>>()).collect::<Vec<_>>());
  let want = std::env::var("OP").unwrap_or_default(); if l.id==want { let r=run(&l,&Choices::of(&l)); let sp=Speaker{lesson:&l,run:&r,words:&words,depth:Depth::Plain}; println!("{}",sp.title()); for sec in transcript(&sp){ for c in sec.captions { println!("* {} | {}", joined(&c.title), c.body.iter().map(|b|joined(b)).collect::<Vec<_>>().join(" ")); } } }
 } }
