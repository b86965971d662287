//! How the people of the papers stand to each other, as far as the core established it: one line for each relation.

use crate::card::Card;
use doichieu::{Ground, Related, Relation, Report};

impl Card<'_> {
    /// The relations of a report; `None`: none was established, which says nothing about whether there is one.
    pub(crate) fn relations(&self, report: &Report) -> Option<String> {
        let lines: Vec<_> = report.relations().iter().map(|related| self.relation(related)).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    fn relation(&self, related: &Related) -> String {
        let [first, second] = [related.first, related.second].map(|kind| self.name_of(kind));
        let by = self.ground(related.ground);
        match related.relation {
            Relation::SamePerson => {
                format!("{first} – {second}: {} ({by})", self.say("cùng một người", "one person"))
            }
            Relation::Guardian => {
                format!(
                    "{first} – {second}: {} ({by})",
                    self.say("xuất trình thay người thân", "shown for a family member")
                )
            }
            Relation::Owner => format!("{first} – {second}: {} ({by})", self.say("là chủ xe", "owns the vehicle")),
            _ => format!("{first} – {second}: {}", related.relation.name()),
        }
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
