//! Another name for something, wherever the file speaks of it.

use crate::lesson::file::LessonFile;

/// Gives the thing whose id stands at `path` the name `to`. Where something else is called so already, only
/// the id is changed: what speaks of it could not be told apart any more.
pub fn rename(file: &mut LessonFile, path: &str, to: &str) {
    // The lesson itself: nothing in its file speaks of it by its name.
    if path == "id" {
        to.clone_into(&mut file.id);
        return;
    }
    let (list, at) = path.split_once('[').unwrap_or((path, ""));
    let at = at.split_once(']').and_then(|(at, _)| at.parse().ok()).unwrap_or(usize::MAX);
    fn ids<'f>(list: &str, file: &'f mut LessonFile) -> Vec<&'f mut String> {
        match list {
            "networks" => file.networks.iter_mut().map(|it| &mut it.id).collect(),
            "carriers" => file.carriers.iter_mut().map(|it| &mut it.id).collect(),
            "gates" => file.gates.iter_mut().map(|it| &mut it.id).collect(),
            "acts" => file.acts.iter_mut().map(|it| &mut it.id).collect(),
            "sources" => file.sources.iter_mut().map(|it| &mut it.id).collect(),
            _ => Vec::new(),
        }
    }
    // Networks and carriers stand in the same places.
    let kin: &[&str] = match list {
        "networks" | "carriers" => &["networks", "carriers"],
        "gates" => &["gates"],
        "acts" => &["acts"],
        "sources" => &["sources"],
        _ => return,
    };
    let taken = kin.iter().any(|list| ids(list, file).iter().any(|id| **id == to));
    let mut all = ids(list, file);
    let Some(id) = all.get_mut(at) else { return };
    let from = std::mem::replace(*id, to.to_owned());
    if taken || from.is_empty() {
        return;
    }
    match list {
        "networks" | "carriers" => party(file, &from, to),
        "acts" => act(file, &from, to),
        "gates" => file.compare.iter_mut().for_each(|filter| {
            if let Some((gate, rule)) = filter.split_once('.')
                && gate == from
            {
                *filter = format!("{to}.{rule}");
            }
        }),
        _ => {
            let cited = file.claims.iter_mut().flat_map(|claim| &mut claim.sources);
            cited.for_each(|id| replace(id, &from, to));
        }
    }
}

fn replace(id: &mut String, from: &str, to: &str) {
    if id == from {
        to.clone_into(id);
    }
}

fn party(file: &mut LessonFile, from: &str, to: &str) {
    let mut all: Vec<&mut String> = Vec::new();
    all.extend(&mut file.traveller.serving);
    all.extend(file.agreements.iter_mut().flat_map(|(one, other)| [one, other]));
    all.extend(file.leases.iter_mut().flat_map(|lease| [&mut lease.from, &mut lease.to]));
    all.extend(file.third_party.iter_mut().map(|third| &mut third.carrier));
    all.extend(file.knows.iter_mut().map(|knows| &mut knows.party));
    all.extend(file.past.registered.iter_mut().map(|registered| &mut registered.network));
    all.extend(file.past.seen.iter_mut().flatten());
    all.extend(file.past.asked.iter_mut().map(|asked| &mut asked.from));
    all.extend(file.gates.iter_mut().map(|gate| &mut gate.at));
    for network in &mut file.networks {
        all.extend(&mut network.carriers);
        all.extend(network.nodes.iter_mut().filter_map(|node| node.hosted_by.as_mut()));
    }
    for act in &mut file.acts {
        all.push(&mut act.from);
        all.extend([&mut act.claims, &mut act.to, &mut act.by].into_iter().flatten());
    }
    all.extend(file.predict.iter_mut().map(|predict| &mut predict.party));
    all.into_iter().for_each(|id| replace(id, from, to));
}

fn act(file: &mut LessonFile, from: &str, to: &str) {
    let said = |name: &str| {
        let fate = name.strip_prefix(from)?.strip_prefix('-')?;
        crate::lesson::FATES.contains(&fate).then(|| format!("{to}-{fate}"))
    };
    if let Some(words) = &mut file.words {
        let says = std::mem::take(&mut words.says).into_iter();
        words.says = says.map(|(name, says)| (said(&name).unwrap_or(name), says)).collect();
    }
    let claimed = file.claims.iter_mut().map(|claim| &mut claim.says);
    for name in claimed.chain(&mut file.scene) {
        if let Some(new) = said(name) {
            *name = new;
        }
    }
    let _ = file.predict.as_mut().map(|predict| replace(&mut predict.act, from, to));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::{self, file};

    fn example() -> LessonFile {
        file::lenient(include_str!("../../assets/examples/one-question-too-many.json")).unwrap()
    }

    #[test]
    fn the_lesson_itself_is_called_otherwise() {
        let mut file = example();
        rename(&mut file, "id", "another");
        assert_eq!(file, LessonFile { id: "another".into(), ..example() });
        assert!(lesson::parse(&file::write(&file)).is_ok());
    }

    #[test]
    fn whatever_is_renamed_is_spoken_of_by_its_new_name() {
        for path in [
            "networks[0].id",
            "networks[1].id",
            "networks[2].id",
            "carriers[0].id",
            "gates[0].id",
            "acts[0].id",
            "sources[0].id",
        ] {
            let mut file = example();
            rename(&mut file, path, "another");
            let text = file::write(&file);
            assert_eq!(lesson::parse(&text).err(), None, "{path}: {text}");
            assert!(text.contains("\"another"), "{path}");
        }
    }

    #[test]
    fn a_name_that_is_taken_is_a_problem_and_mixes_nothing_up() {
        let mut file = example();
        rename(&mut file, "networks[0].id", "visited");
        assert_eq!(file.networks[0].id, "visited");
        assert_eq!(file.agreements, example().agreements);
        assert!(lesson::parse(&file::write(&file)).is_err());
    }
}
