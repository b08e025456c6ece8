//! Cuts the page's module in two: what plays a chapter as it begins, and what only a few doors lead to,
//! which is fetched after that. The second shares memory, table and globals with the first, so that the
//! program knows nothing of it but that it must not go through a door too early (`src/panels/later.rs`).
//!
//! In the first, a door jumps through an entry of the table of functions. It is empty until the second has
//! been instantiated with the first one's exports, and would stop the page.

use crate::constants::{self, Constants, Readers};
use crate::shorten::base_36;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId,
    FunctionKind, GlobalKind, ImportKind, ImportedFunction, Module, RefType, TableId,
};

/// What is called only once the rest is here. Each is `#[inline(never)]`, or it would not be found.
const DOORS: [&str; 37] = [
    "link::address::write",
    "narration::caption::caption",
    "narration::speaker::Speaker::title",
    "panels::app::changed",
    "panels::app::listen",
    "panels::app::opened",
    "panels::browser::bring_up",
    "panels::browser::keep_focus",
    "panels::command::named",
    "panels::dialog::open",
    "panels::lanes::head",
    "panels::lanes::name",
    "panels::lanes::parted",
    "panels::lanes::parts",
    "panels::later::side",
    "panels::later::under",
    "panels::notices::notices",
    "panels::outside::Told::follow",
    "panels::outside::ordered",
    "panels::outside::wanted",
    "panels::page::Page::copy",
    "panels::page::Page::copy_code",
    "panels::page::Page::makes_way",
    "panels::page::Page::put::{closure#0}",
    "panels::page::Page::visit",
    "panels::page::Page::watches",
    "panels::page::presses",
    "panels::spoken::asks",
    "panels::turning::foreseen",
    "panels::turning::turning",
    "reader::session::Session::address",
    "reader::session::Session::after_other",
    "reader::session::Session::open",
    "stage::draw::Picture::callout",
    "stage::over::callout_of",
    "stage::several::rearrange",
    "text::widths::cut",
];

/// What is never called before the rest is here, by what its name holds: kinds of nodes that this page has
/// none of, lists with keys, of which the player has none, a queue of more components than one, and letting go
/// of what the page holds as long as it is there. What the compiler calls otherwise is not found, and stays.
const COLD: [&str; 13] = [
    "yew::virtual_dom::vcomp::",
    "yew::virtual_dom::vportal::",
    "yew::virtual_dom::vraw::",
    "yew::virtual_dom::vsuspense::",
    "yew::suspense::component::",
    "yew::dom_bundle::blist::KeyedEntry",
    "alloc::collections::btree::node::BalancingContext",
    "QueueEntry, alloc::collections::btree::node::marker::Leaf, alloc::collections::btree::node::marker::Edge::insert_recursing",
    "Rcyew::dom_bundle::subtree_root::SubtreeData::drop_slow",
    "Rccore::cell::RefCellyew::dom_bundle::subtree_root::AppData::drop_slow",
    "Rcwhereabouts::panels::page::PageProps::drop_slow",
    "Rcwhereabouts::lesson::model::Lesson::drop_slow",
    "Rcwhereabouts::run::model::Run::drop_slow",
];

/// What is never called at all, though the table of functions holds it: wasm-bindgen is ready for closures that
/// walk through arrays, and the page has none.
const DEAD: [&str; 7] = [
    "closures::_::invoke::core::result::Result",
    "closures::_::invoke::js_sys::JsString,",
    "closures::_::invoke::wasm_bindgen::JsValue, core::result::Resultbool,",
    "closures::_::invoke::wasm_bindgen::JsValue, core::result::Resulti32,",
    "closures::_::invoke::wasm_bindgen::JsValue, u32,",
    "closures::_::invoke::wasm_bindgen::JsValue, wasm_bindgen::JsValue,",
    ", u32, js_sys::",
];

/// What the second module calls the first; the loader does too.
const FIRST: &str = "m";

/// The two modules that one is cut into.
pub struct Halves {
    pub first: Vec<u8>,
    pub later: Vec<u8>,
    /// The same as one, for who has it all from the beginning.
    pub whole: Vec<u8>,
}

/// Cuts a module whose functions still have their names. `linked` is what the linker has made of it.
pub fn split(module: &[u8], linked: &[u8]) -> Result<Halves> {
    cut(module, &DOORS, &Readers::of(linked)?)
}

fn cut(module: &[u8], doors: &[&str], readers: &Readers) -> Result<Halves> {
    // The same bytes give the same order: what is the first's has a twin in the second at its place.
    let mut first = Module::from_buffer(module)?;
    let mut later = Module::from_buffer(module)?;
    [&mut first, &mut later].into_iter().for_each(empty_the_dead);
    let graph = Graph::of(&first, doors)?;
    let shared = empty(&mut later, &first, &graph)?;
    let behind = graph.behind(&first);
    put(&mut later, constants::taken(&mut first, readers, &behind)?)?;
    [&mut first, &mut later].into_iter().for_each(forget_the_linker);
    let slot = i32::try_from(first.tables.get(graph.table).initial)?;
    widen(&mut first, graph.table, graph.doors.len());
    for (at, door) in (slot..).zip(&graph.doors) {
        jump(&mut first, *door, graph.table, at);
    }
    // Names as short as can be: there are some hundred.
    for (place, import) in later.imports.iter_mut().enumerate() {
        let item = *shared.get(&import.name).context("an import has no twin")?;
        import.name = base_36(place);
        first.exports.add(&import.name, item);
    }
    walrus::passes::gc::run(&mut first);
    let mut whole = Module::from_buffer(module)?;
    empty_the_dead(&mut whole);
    forget_the_linker(&mut whole);
    walrus::passes::gc::run(&mut whole);
    Ok(Halves { first: first.emit_wasm(), later: later.emit_wasm(), whole: whole.emit_wasm() })
}

/// Leaves of a module what is behind the doors. All else is imported from the first, by the names that are
/// given back. What it does when it is instantiated is to put its doors into the table.
fn empty(
    later: &mut Module,
    first: &Module,
    graph: &Graph,
) -> Result<BTreeMap<String, ExportItem>> {
    fn ids<T, I>(all: impl Iterator<Item = T>, id: impl Fn(T) -> I) -> Vec<I> {
        all.map(id).collect()
    }
    let mut shared = BTreeMap::new();
    later.start = None;
    ids(later.exports.iter(), |it| it.id()).into_iter().for_each(|id| later.exports.delete(id));
    ids(later.imports.iter(), |it| it.id()).into_iter().for_each(|id| later.imports.delete(id));
    ids(later.elements.iter(), |it| it.id()).into_iter().for_each(|id| later.elements.delete(id));
    ids(later.data.iter(), |it| it.id()).into_iter().for_each(|id| later.data.delete(id));

    let own = ids(later.funcs.iter(), |it| it.id());
    let twins: BTreeMap<_, _> = first.funcs.iter().map(|it| it.id()).zip(own).collect();
    for (place, (mine, its)) in first.funcs.iter().zip(twins.values()).enumerate() {
        if graph.stays.contains(&mine.id()) {
            let name = format!("f{place}");
            let import = later.imports.add(FIRST, &name, *its);
            let function = later.funcs.get_mut(*its);
            function.kind = FunctionKind::Import(ImportedFunction { import, ty: function.ty() });
            shared.insert(name, ExportItem::Function(mine.id()));
        }
    }
    let own = ids(later.tables.iter(), |it| it.id());
    for (place, (mine, its)) in first.tables.iter().zip(own).enumerate() {
        let name = format!("t{place}");
        let import = later.imports.add(FIRST, &name, its);
        let table = later.tables.get_mut(its);
        table.import = Some(import);
        table.init = None;
        table.elem_segments.clear();
        shared.insert(name, ExportItem::Table(mine.id()));
        if mine.id() == graph.table {
            let at = ConstExpr::Value(Value::I32(i32::try_from(mine.initial)?));
            let doors = graph.doors.iter().filter_map(|door| twins.get(door).copied());
            let kind = ElementKind::Active { table: its, offset: at };
            let segment = later.elements.add(kind, ElementItems::Functions(doors.collect()));
            later.tables.get_mut(its).elem_segments.insert(segment);
            widen(later, its, graph.doors.len());
        }
    }
    let own = ids(later.memories.iter(), |it| it.id());
    for (mine, its) in first.memories.iter().zip(own) {
        let import = later.imports.add(FIRST, "memory", its);
        let memory = later.memories.get_mut(its);
        memory.import = Some(import);
        memory.data_segments.clear();
        shared.insert("memory".to_owned(), ExportItem::Memory(mine.id()));
    }
    let own = ids(later.globals.iter(), |it| it.id());
    for (place, (mine, its)) in first.globals.iter().zip(own).enumerate() {
        let name = format!("g{place}");
        let import = later.imports.add(FIRST, &name, its);
        // It is the same one, and begins with what the first has made of it.
        later.globals.get_mut(its).kind = GlobalKind::Import(import);
        shared.insert(name, ExportItem::Global(mine.id()));
    }
    walrus::passes::gc::run(later);
    Ok(shared)
}

/// Gives a module constants of its own, which stand in the memory once it is instantiated.
fn put(later: &mut Module, all: Vec<Constants>) -> Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    let memory = later.memories.iter().next().context("the second half has no memory")?.id();
    for Constants { at, bytes } in all {
        let offset = ConstExpr::Value(Value::I32(at));
        let data = later.data.add(DataKind::Active { memory, offset }, bytes);
        later.memories.get_mut(memory).data_segments.insert(data);
    }
    Ok(())
}

/// What the linker says of a module is about the one that it has made.
fn forget_the_linker(module: &mut Module) {
    let said = |name: &str| name == "linking" || name.starts_with("reloc.");
    let all: Vec<_> =
        module.customs.iter().filter(|(_, it)| said(it.name())).map(|(id, _)| id).collect();
    for id in all {
        module.customs.delete(id);
    }
}

fn widen(module: &mut Module, table: TableId, by: usize) {
    let table = module.tables.get_mut(table);
    table.initial += by as u64;
    table.maximum = table.maximum.map(|most| most.max(table.initial));
}

/// Makes of a function a jump to what stands in the table.
fn jump(module: &mut Module, function: FunctionId, table: TableId, at: i32) {
    let ty = module.funcs.get(function).ty();
    let (takes, gives) = module.types.params_results(ty);
    let (takes, gives) = (takes.to_vec(), gives.to_vec());
    let mut body = FunctionBuilder::new(&mut module.types, &takes, &gives);
    let arguments: Vec<_> = takes.iter().map(|&kind| module.locals.add(kind)).collect();
    let mut code = body.func_body();
    for argument in &arguments {
        code.local_get(*argument);
    }
    code.i32_const(at).call_indirect(ty, table);
    module.funcs.get_mut(function).kind = FunctionKind::Local(body.local_func(arguments));
}

/// Which function leads to which.
struct Graph {
    /// The table of functions.
    table: TableId,
    leads: BTreeMap<FunctionId, BTreeSet<FunctionId>>,
    doors: BTreeSet<FunctionId>,
    /// What can be reached without going through a door.
    stays: BTreeSet<FunctionId>,
}

impl Graph {
    fn of(module: &Module, doors: &[&str]) -> Result<Graph> {
        let table = module.tables.iter().find(|table| table.element_ty == RefType::FUNCREF);
        let table = table.context("the module has no table of functions")?.id();
        let slots = slots(module)?;
        let mut graph = Graph {
            table,
            leads: BTreeMap::new(),
            doors: &named(module, doors)? | &holding(module, &COLD).into_iter().collect(),
            stays: BTreeSet::new(),
        };
        for (id, function) in module.funcs.iter_local() {
            let mut leads = Leads { slots: &slots, to: BTreeSet::new() };
            dfs_in_order(&mut leads, function, function.entry_block());
            graph.leads.insert(id, leads.to);
        }
        graph.reach(starts(module, &slots)?);
        Ok(graph)
    }

    /// The names of the functions that are fetched later. One that shares its name with one that stays is none.
    fn behind(&self, module: &Module) -> BTreeSet<String> {
        let (mut stays, mut behind) = (BTreeSet::new(), BTreeSet::new());
        for (id, _) in module.funcs.iter_local() {
            let names = if self.stays.contains(&id) { &mut stays } else { &mut behind };
            names.extend(module.funcs.get(id).name.clone());
        }
        &behind - &stays
    }

    fn reach(&mut self, mut open: Vec<FunctionId>) {
        while let Some(id) = open.pop() {
            if !self.doors.contains(&id) && self.stays.insert(id) {
                open.extend(self.leads.get(&id).into_iter().flatten());
            }
        }
    }
}

/// What each entry of the table holds. Where a number is one of these it may be a pointer to a function.
fn slots(module: &Module) -> Result<BTreeMap<i32, FunctionId>> {
    let mut slots = BTreeMap::new();
    for element in module.elements.iter() {
        match (&element.kind, &element.items) {
            (
                ElementKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. },
                ElementItems::Functions(functions),
            ) => slots.extend((*at..).zip(functions.iter().copied())),
            _ => bail!("the table of functions is filled in a way that is not known here"),
        }
    }
    Ok(slots)
}

/// What is called from outside, or by a pointer that stands in the data.
fn starts(module: &Module, slots: &BTreeMap<i32, FunctionId>) -> Result<Vec<FunctionId>> {
    let mut starts: Vec<FunctionId> = module.start.into_iter().collect();
    starts.extend(module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(id),
        _ => None,
    }));
    starts.extend(module.imports.iter().filter_map(|import| match import.kind {
        ImportKind::Function(id) => Some(id),
        _ => None,
    }));
    for data in module.data.iter() {
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } = data.kind else {
            bail!("the module has data in a way that is not known here");
        };
        // A pointer stands at a multiple of four.
        let before = usize::try_from(at.wrapping_neg().rem_euclid(4))?;
        let words = data.value.get(before..).unwrap_or_default().chunks_exact(4);
        let words = words.filter_map(|word| Some(i32::from_le_bytes(word.try_into().ok()?)));
        starts.extend(words.filter_map(|word| slots.get(&word)));
    }
    Ok(starts)
}

/// The functions of the library with those names.
fn named(module: &Module, names: &[&str]) -> Result<BTreeSet<FunctionId>> {
    let all: BTreeMap<String, FunctionId> = module
        .funcs
        .iter()
        .filter_map(|function| Some((plain(function.name.as_deref()?), function.id())))
        .collect();
    let find = |name: &&str| {
        let found = all.get(&format!("whereabouts::{name}")).copied();
        found.with_context(|| format!("{name} is to be fetched later, and is not in the module"))
    };
    names.iter().map(find).collect()
}

/// Makes of what is never called something that stops the page.
fn empty_the_dead(module: &mut Module) {
    for id in holding(module, &DEAD) {
        let ty = module.funcs.get(id).ty();
        let (takes, gives) = module.types.params_results(ty);
        let (takes, gives) = (takes.to_vec(), gives.to_vec());
        let mut body = FunctionBuilder::new(&mut module.types, &takes, &gives);
        let arguments = takes.iter().map(|&kind| module.locals.add(kind)).collect();
        body.func_body().unreachable();
        module.funcs.get_mut(id).kind = FunctionKind::Local(body.local_func(arguments));
    }
}

/// The functions whose names hold one of those.
fn holding(module: &Module, parts: &[&str]) -> Vec<FunctionId> {
    let cold = |name: &str| parts.iter().any(|part| name.contains(part));
    let local = module.funcs.iter_local().map(|(id, _)| module.funcs.get(id));
    local
        .filter(|it| it.name.as_deref().is_some_and(|n| cold(&plain(n))))
        .map(|it| it.id())
        .collect()
}

/// A function's name without what only the compiler knows it by.
fn plain(name: &str) -> String {
    let mut plain = String::new();
    let mut inside = false;
    for letter in name.chars() {
        match letter {
            '[' => inside = true,
            ']' => inside = false,
            '<' | '>' => {}
            _ if inside => {}
            letter => plain.push(letter),
        }
    }
    match plain.rsplit_once("::h") {
        Some((name, hash)) if hash.len() == 16 => name.to_owned(),
        _ => plain,
    }
}

/// Where the code of a function leads: what it calls, and what it may have called through a pointer.
struct Leads<'a> {
    slots: &'a BTreeMap<i32, FunctionId>,
    to: BTreeSet<FunctionId>,
}

impl Visitor<'_> for Leads<'_> {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.to.insert(*function);
    }

    fn visit_value(&mut self, value: &Value) {
        if let Value::I32(number) = value {
            self.to.extend(self.slots.get(number));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::ValType;

    /// `run` calls `whereabouts::door`, which calls `behind` and `shared`; `run` calls `shared` too.
    fn module() -> Vec<u8> {
        let mut module = Module::default();
        module.memories.add_local(false, false, 1, None, None);
        module.tables.add_local(false, 1, Some(1), RefType::FUNCREF);
        let mut function = |name: &str, calls: &[FunctionId]| {
            let mut body =
                FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
            body.name(name.to_owned());
            let argument = module.locals.add(ValType::I32);
            let mut code = body.func_body();
            code.local_get(argument);
            for &called in calls {
                code.call(called);
            }
            body.finish(vec![argument], &mut module.funcs)
        };
        let shared = function("shared", &[]);
        let behind = function("behind", &[]);
        let door = function("whereabouts[0123]::door", &[behind, shared]);
        let run = function("run", &[door, shared]);
        module.exports.add("run", run);
        module.emit_wasm()
    }

    fn names(module: &[u8]) -> Vec<String> {
        let module = Module::from_buffer(module).unwrap();
        let local = module.funcs.iter_local().map(|(id, _)| id);
        let mut names: Vec<_> = local.filter_map(|id| module.funcs.get(id).name.clone()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_only_a_door_leads_to_is_cut_off() {
        let halves = cut(&module(), &["door"], &Readers::default()).unwrap();
        assert_eq!(names(&halves.later), ["behind", "whereabouts[0123]::door"]);
        let first = names(&halves.first);
        assert!(first.contains(&"shared".to_owned()) && !first.contains(&"behind".to_owned()));
    }

    #[test]
    fn what_is_behind_a_door_finds_all_that_it_needs_in_the_first() {
        let halves = cut(&module(), &["door"], &Readers::default()).unwrap();
        let (first, later) = (halves.first, halves.later);
        let [first, later] = [first, later].map(|half| Module::from_buffer(&half).unwrap());
        assert!(later.imports.iter().count() > 1);
        for import in later.imports.iter() {
            assert_eq!(import.module, FIRST);
            assert!(first.exports.iter().any(|export| export.name == import.name), "{import:?}");
        }
    }

    #[test]
    fn a_door_that_is_not_there_is_named() {
        let error = cut(&module(), &["window"], &Readers::default()).err().unwrap().to_string();
        assert!(error.contains("window"), "{error}");
    }

    #[test]
    fn both_ways_of_writing_a_function_s_name_are_read() {
        assert_eq!(plain("<whereabouts[d26d7b36dcb1409a]::a::B>::c"), "whereabouts::a::B::c");
        assert_eq!(plain("whereabouts::a::B::c::h0123456789abcdef"), "whereabouts::a::B::c");
    }
}
