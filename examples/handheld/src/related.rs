//! How the people of the papers stand to each other, as far as the core established it: one line for each relation.

use crate::card::Card;
use doichieu::{Ground, Related, Relation, Report};

impl Card<'_> {
    /// The relations of a report; `None`: none was established, which says nothing about whether there is one.
    pub(crate) fn relations(&self, report: &Report) -> Option<String> {
        let mut all: Vec<(&Related, Vec<String>)> = Vec::new();
        for related in report.relations() {
            let name = self.name_of(related.second);
            let same = |(known, _): &&mut (&Related, Vec<String>)| {
                (known.first, known.relation, known.ground) == (related.first, related.relation, related.ground)
            };
            match all.iter_mut().find(same) {
                Some((_, names)) => names.push(name),
                None => all.push((related, vec![name])),
            }
        }
        let lines: Vec<_> = all.into_iter().map(|(related, names)| self.relation(related, &names.join(", "))).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    fn relation(&self, related: &Related, second: &str) -> String {
        let (first, by) = (self.name_of(related.first), self.ground(related.ground));
        let what = match related.relation {
            Relation::SamePerson => self.say("cùng một người", "one person"),
            Relation::Guardian => self.say("xuất trình thay người thân", "shown for a family member"),
            Relation::Owner => self.say("chủ xe", "owner of the vehicle"),
            _ => related.relation.name(),
        };
        format!("{what}, {by}: {first} – {second}")
    }

    const fn ground(&self, ground: Ground) -> &'static str {
        match ground {
            Ground::Number => self.say("theo số", "by number"),
            Ground::DependantPaper => self.say("theo giấy tờ người phụ thuộc", "by the dependant's paper"),
            Ground::NameAndBirth => self.say("theo tên và ngày sinh", "by name and date of birth"),
            Ground::ParentName => self.say("theo tên cha mẹ ghi trên thẻ", "by the parent's name on the card"),
            Ground::Name => self.say("theo tên", "by name"),
            _ => ground.name(),
        }
    }
}
