//! Which of a module's constants only its second half reads (`split.rs`): they go along with it. The linker says where
//! each constant stands and which function or other constant leads to it (`--emit-relocs`, asked for by `build.rs`);
//! without that, nothing moves.

use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use walrus::{ConstExpr, DataKind, Module, ir::Value};
use wasmparser::{KnownCustom, Linking, Name, Operator, Parser, Payload, SymbolInfo};

/// What the linker calls the data that nothing writes to.
const CONSTANTS: &str = ".rodata";
/// Constants with less than this between them move as one: each by itself has a place and a length. What is between
/// them is there twice.
const NEAR: usize = 24;

/// Constants that move: where they stand in the memory, and their bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct Constants {
    pub at: i32,
    pub bytes: Vec<u8>,
}

/// Who reads what, as the linker has written it down. Addresses are those in the memory.
#[derive(Default)]
pub struct Readers {
    /// Where a constant stands, by where it begins.
    constants: BTreeMap<i64, Range<i64>>,
    /// By the names of functions.
    functions: BTreeMap<String, BTreeSet<i64>>,
    /// What a constant leads to, by where both begin.
    leads: BTreeMap<i64, BTreeSet<i64>>,
    /// What is led to by data that is written to.
    others: BTreeSet<i64>,
}

impl Readers {
    /// Reads a module as the linker has left it.
    pub fn of(module: &[u8]) -> Result<Readers> {
        let parts = Parts::of(module)?;
        let mut readers = Readers::default();
        let symbols = parts.symbols.iter().flatten();
        readers.constants.extend(symbols.map(|place| (place.start, place.clone())));
        for (offset, symbol) in &parts.from_code {
            let Some(Some(place)) = parts.symbols.get(*symbol) else { continue };
            let function = parts.bodies.partition_point(|(body, _)| body.end <= *offset);
            let (_, name) =
                parts.bodies.get(function).context("a constant is read by no function")?;
            readers.functions.entry(name.clone()).or_default().insert(place.start);
        }
        for (address, symbol) in &parts.from_data {
            let Some(Some(place)) = parts.symbols.get(*symbol) else { continue };
            match readers.holding(*address) {
                Some(start) => readers.leads.entry(start).or_default().insert(place.start),
                None => readers.others.insert(place.start),
            };
        }
        Ok(readers)
    }

    /// The constant in which an address stands.
    fn holding(&self, address: i64) -> Option<i64> {
        let (start, place) = self.constants.range(..=address).next_back()?;
        place.contains(&address).then_some(*start)
    }

    /// The constants that only these functions lead to.
    fn only(&self, later: &BTreeSet<String>) -> Vec<Range<i64>> {
        let (mut now, mut then) = (Vec::from_iter(self.others.iter().copied()), Vec::new());
        for (function, reads) in &self.functions {
            if later.contains(function) { &mut then } else { &mut now }.extend(reads);
        }
        let (now, then) = (self.reached(now), self.reached(then));
        let places = then.difference(&now).filter_map(|start| self.constants.get(start));
        places.filter(|place| !place.is_empty()).cloned().collect()
    }

    fn reached(&self, mut open: Vec<i64>) -> BTreeSet<i64> {
        let mut all = BTreeSet::new();
        while let Some(start) = open.pop() {
            if all.insert(start) {
                open.extend(self.leads.get(&start).into_iter().flatten());
            }
        }
        all
    }
}

/// Takes out of a module the constants that only these functions read, and gives them.
pub fn taken(
    module: &mut Module,
    readers: &Readers,
    later: &BTreeSet<String>,
) -> Result<Vec<Constants>> {
    let named = |data: &&walrus::Data| data.name.as_deref() == Some(CONSTANTS);
    let Some(data) = module.data.iter().find(named).map(|data| data.id()) else {
        return Ok(Vec::new());
    };
    let data = module.data.get_mut(data);
    let DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } = data.kind else {
        bail!("the constants have no place");
    };
    let inside = |place: &Range<i64>| -> Option<Range<usize>> {
        let start = usize::try_from(place.start - i64::from(at)).ok()?;
        let end = usize::try_from(place.end - i64::from(at)).ok()?;
        (end <= data.value.len()).then_some(start..end)
    };
    let moves: Vec<Range<usize>> = readers.only(later).iter().filter_map(inside).collect();
    let together = together(&moves).into_iter().map(|place| {
        let at = at + i32::try_from(place.start)?;
        Ok(Constants { at, bytes: data.value[place].to_vec() })
    });
    let taken = together.collect::<Result<Vec<_>>>()?;
    for place in moves {
        data.value[place].fill(0);
    }
    Ok(taken)
}

/// Places that are near each other, as one.
fn together(places: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    for place in places {
        match all.last_mut() {
            Some(last) if place.start < last.end + NEAR => last.end = last.end.max(place.end),
            _ => all.push(place.clone()),
        }
    }
    all
}

/// What of a module's sections is needed.
#[derive(Default)]
struct Parts {
    /// Where each piece of data stands in the file, and its address.
    data: Vec<(Range<usize>, i64)>,
    /// Each function's place in the section of code, and its name.
    bodies: Vec<(Range<usize>, String)>,
    /// The place of each symbol that is data.
    symbols: Vec<Option<Range<i64>>>,
    /// Places in the section of code, and addresses, where a symbol is used.
    from_code: Vec<(usize, usize)>,
    from_data: Vec<(i64, usize)>,
}

impl Parts {
    fn of(module: &[u8]) -> Result<Parts> {
        let mut parts = Parts::default();
        let (mut imported, mut code) = (0, 0);
        let (mut sections, mut names, mut relocations) = (Vec::new(), BTreeMap::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload?;
            match &payload {
                Payload::ImportSection(imports) => {
                    for import in imports.clone().into_imports() {
                        let function = matches!(import?.ty, wasmparser::TypeRef::Func(_));
                        imported += u32::from(function);
                    }
                }
                Payload::CodeSectionStart { range, .. } => code = range.start,
                Payload::CodeSectionEntry(body) => {
                    let range = body.range();
                    parts.bodies.push((range.start - code..range.end - code, String::new()));
                }
                Payload::DataSection(data) => {
                    for data in data.clone() {
                        let data = data?;
                        let wasmparser::DataKind::Active { offset_expr, .. } = &data.kind else {
                            bail!("the module has data in a way that is not known here");
                        };
                        let Operator::I32Const { value } =
                            offset_expr.get_operators_reader().read()?
                        else {
                            bail!("the module has data in a way that is not known here");
                        };
                        let end = data.range.end;
                        parts.data.push((end - data.data.len()..end, i64::from(value)));
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Name(all) => {
                        for name in all {
                            if let Name::Function(functions) = name? {
                                for function in functions {
                                    let function = function?;
                                    // As wasm-bindgen writes them.
                                    let name = rustc_demangle::demangle(function.name).to_string();
                                    names.insert(function.index, name);
                                }
                            }
                        }
                    }
                    KnownCustom::Linking(all) => {
                        for part in all.subsections() {
                            if let Linking::SymbolTable(symbols) = part? {
                                for symbol in symbols {
                                    parts.symbols.push(parts.place(&symbol?));
                                }
                            }
                        }
                    }
                    KnownCustom::Reloc(all) => relocations.push(all.clone()),
                    _ => {}
                },
                _ => {}
            }
            if let Some((_, range)) = payload.as_section() {
                sections.push(range);
            }
        }
        for ((_, name), at) in parts.bodies.iter_mut().zip(imported..) {
            *name = names.remove(&at).unwrap_or_default();
        }
        for all in relocations {
            let range = sections
                .get(all.section_index() as usize)
                .context("the linker speaks of a section that is not there")?;
            for entry in all.entries() {
                let entry = entry?;
                let (offset, symbol) = (entry.offset as usize, entry.index as usize);
                if range.start == code {
                    parts.from_code.push((offset, symbol));
                } else if let Some(address) = parts.address(range.start + offset) {
                    parts.from_data.push((address, symbol));
                }
            }
        }
        Ok(parts)
    }

    /// Where a symbol is in the memory, if it is data.
    fn place(&self, symbol: &SymbolInfo) -> Option<Range<i64>> {
        let SymbolInfo::Data { symbol: Some(symbol), .. } = symbol else { return None };
        let (_, at) = self.data.get(symbol.index as usize)?;
        let start = at + i64::from(symbol.offset);
        Some(start..start + i64::from(symbol.size))
    }

    /// The address of a place in the file.
    fn address(&self, place: usize) -> Option<i64> {
        let (range, at) = self.data.iter().find(|(range, _)| range.contains(&place))?;
        Some(at + i64::try_from(place - range.start).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `run` reads a text, and a list that leads to another; `door` reads what both read, and one of its own.
    fn readers() -> Readers {
        let set = |all: &[i64]| all.iter().copied().collect::<BTreeSet<_>>();
        Readers {
            constants: [(0, 0..4), (4, 4..8), (8, 8..16), (16, 16..20)].into(),
            functions: [("run".to_owned(), set(&[0, 8])), ("door".to_owned(), set(&[0, 16]))]
                .into(),
            leads: [(8, set(&[4]))].into(),
            others: BTreeSet::new(),
        }
    }

    fn later(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn what_only_the_second_half_comes_to_moves() {
        let moves = |names: &[&str]| -> Vec<i64> {
            readers().only(&later(names)).into_iter().map(|place| place.start).collect()
        };
        assert_eq!(moves(&["door"]), [16]);
        assert_eq!(moves(&["run"]), [4, 8]);
        assert!(moves(&[]).is_empty());
    }

    #[test]
    fn what_is_written_to_may_lead_anywhere_at_any_time() {
        let readers = Readers { others: [16].into(), ..readers() };
        assert!(readers.only(&later(&["door"])).is_empty());
    }

    #[test]
    fn an_address_in_the_middle_of_a_constant_is_that_constant() {
        assert_eq!(readers().holding(12), Some(8));
        assert_eq!(readers().holding(20), None);
    }

    #[test]
    fn places_that_are_near_each_other_move_as_one() {
        assert_eq!(together(&[0..4, 10..20, 100..104]), [0..20, 100..104]);
    }
}
