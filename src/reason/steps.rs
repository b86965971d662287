//! What may be done next: lawful, kind, and never "ask for the card".

macro_rules! steps {
    ($($name:ident $code:literal $vi:literal $en:literal;)*) => {
        /// A next step. A role profile may pick another one for a reason, by its code; texts stay here.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Step {
            $(#[doc = $en] $name,)*
        }

        impl Step {
            /// Every step.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its stable code, as a role profile names it.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// Vietnamese text.
            #[must_use]
            pub const fn vi(self) -> &'static str {
                match self { $(Self::$name => $vi),* }
            }

            /// English text.
            #[must_use]
            pub const fn en(self) -> &'static str {
                match self { $(Self::$name => $en),* }
            }
        }
    };
}

#[rustfmt::skip]
steps! {
    LookUp "look_up" "Tra cứu theo số." "Look it up by number.";
}
