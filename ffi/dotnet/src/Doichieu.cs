using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Doichieu
{
    /// <summary>What is thrown: a stable <see cref="Code"/>, and what to show. Never a verdict, never a value of a paper.</summary>
    public abstract class DoichieuFault : Exception
    {
        internal DoichieuFault(string code, string vi, string en) : base(code + ": " + en)
        {
            Code = code;
            Vi = vi;
            En = en;
        }

        /// <summary>Stable, as <c>setup.memory_torn</c>.</summary>
        public string Code { get; }

        /// <summary>What is wrong and what to do, in Vietnamese.</summary>
        public string Vi { get; }

        /// <summary>The same in English.</summary>
        public string En { get; }
    }

    /// <summary>Something is wrong with this device's own files (<c>setup.…</c>). Says nothing about a citizen.</summary>
    public sealed class SetUpFault : DoichieuFault { internal SetUpFault(string code, string vi, string en) : base(code, vi, en) { } }

    /// <summary>An ask cannot be built, sealed or taken up again (<c>ask.…</c>).</summary>
    public sealed class AskFault : DoichieuFault { internal AskFault(string code, string vi, string en) : base(code, vi, en) { } }

    /// <summary>A report is not of this encounter (<c>encounter.…</c>).</summary>
    public sealed class EncounterFault : DoichieuFault { internal EncounterFault(string code, string vi, string en) : base(code, vi, en) { } }

    /// <summary>Something was passed that is not allowed (<c>argument.…</c>): nothing was asked, read or remembered.</summary>
    public sealed class ArgumentFault : DoichieuFault { internal ArgumentFault(string code, string en) : base(code, en, en) { } }

    /// <summary>What the engine holds, until it is disposed of.</summary>
    public abstract class Held : IDisposable
    {
        internal readonly Handle Handle;

        internal Held(IntPtr handle, Action<IntPtr> free) => Handle = new Handle(handle, free);

        /// <summary>Gives it back; values in it are wiped.</summary>
        public void Dispose() => Handle.Dispose();

        internal static IntPtr Checked(IntPtr handle, IntPtr error)
        {
            Native.Check(error);
            return handle;
        }

        internal static long Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds();

        internal static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
    }

    /// <summary>The trust anchor: whose bundles count. Set up once, after two people compared <see cref="Fingerprint"/>.</summary>
    public sealed class Roots : Held
    {
        private Roots(IntPtr of) : base(of, Native.doichieu_roots_free) { }

        /// <summary>Opens a chain of roots; a test root is refused.</summary>
        public static Roots FromBytes(byte[] chain) => new Roots(Checked(Native.doichieu_roots_from_bytes(chain, Native.Length(chain), out var error), error));

        /// <summary>Takes a test root, too: everything judged under it is a test, and every screen says TEST.</summary>
        public static Roots DangerousTest(byte[] chain) => new Roots(Checked(Native.doichieu_roots_dangerous_test(chain, Native.Length(chain), out var error), error));

        /// <summary>What two people read out to each other.</summary>
        public string Fingerprint => Native.Text(Native.doichieu_roots_fingerprint(Handle));
    }

    /// <summary>What a device must remember. Store its bytes before anything is shown.</summary>
    public sealed class Memory : Held
    {
        private Memory(IntPtr of) : base(of, Native.doichieu_memory_free) { }

        /// <summary>A memory of nothing: legitimate, and then earlier showings are not known.</summary>
        public Memory() : this(Native.doichieu_memory_new()) { }

        /// <summary>What was stored before.</summary>
        public static Memory FromBytes(byte[] bytes) => new Memory(Checked(Native.doichieu_memory_from_bytes(bytes, Native.Length(bytes), out var error), error));

        /// <summary>What can still be read of one that is torn, with a gap for its showings.</summary>
        public static Memory Salvaged(byte[] bytes, DateTimeOffset now) => new Memory(Checked(Native.doichieu_memory_salvaged(bytes, Native.Length(bytes), Seconds(now), out var error), error));

        /// <summary>The bytes to store.</summary>
        public byte[] ToBytes() => Native.Taken(Native.doichieu_memory_to_bytes(Handle));

        /// <summary>The same with a gap up to now, for a new memory in the place of a lost one.</summary>
        public Memory WithGap(DateTimeOffset now) => new Memory(Checked(Native.doichieu_memory_with_gap(Handle, Seconds(now), out var error), error));

        /// <summary>Takes in what another memory of this device and anchor knows.</summary>
        public void Join(Memory other)
        {
            Native.doichieu_memory_join(Handle, other.Handle, out var error);
            Native.Check(error);
        }
    }

    /// <summary>The signed lists.</summary>
    public sealed class Bundle : Held
    {
        private Bundle(IntPtr of) : base(of, Native.doichieu_bundle_free) { }

        /// <summary>Opens a bundle file; one dated after the clock is not taken. Refused, the memory is unchanged.</summary>
        public static Bundle Open(byte[] file, Roots roots, Memory memory, DateTimeOffset now) =>
            new Bundle(Checked(Native.doichieu_bundle_open(file, Native.Length(file), roots.Handle, memory.Handle, Seconds(now), out var error), error));

        /// <summary>Opens the bundle that follows this one, from a delta or a full file.</summary>
        public Bundle Apply(byte[] delta, Roots roots, Memory memory, DateTimeOffset now) =>
            new Bundle(Checked(Native.doichieu_bundle_apply(Handle, delta, Native.Length(delta), roots.Handle, memory.Handle, Seconds(now), out var error), error));

        /// <summary>Its number.</summary>
        public ulong Number => Native.doichieu_bundle_number(Handle);

        /// <summary>Whether nothing is referred for this device's sake.</summary>
        public bool Ready(Memory memory, DateTimeOffset now, out DateTimeOffset nextDue, out DateTimeOffset notAfter)
        {
            var ready = Native.doichieu_bundle_ready(Handle, memory.Handle, Seconds(now), out var due, out var after, out var error);
            Native.Check(error);
            nextDue = At(due);
            notAfter = At(after);
            return ready;
        }

        /// <summary>The citizen's side of an ask: <c>genuine</c>, or the code it is refused by (<c>asked.…</c>).</summary>
        public string OpenAsk(string text, DateTimeOffset now)
        {
            var utf8 = Native.Utf8(text);
            return Native.Text(Checked(Native.doichieu_asked_open(utf8, Native.Length(utf8), Handle, Seconds(now), out var error), error));
        }
    }

    /// <summary>Who we are: signed, never a plain argument.</summary>
    public sealed class Post : Held
    {
        private Post(IntPtr of) : base(of, Native.doichieu_post_free) { }

        /// <summary>Opens a mandate against a bundle.</summary>
        public static Post Open(byte[] mandate, Bundle bundle) => new Post(Checked(Native.doichieu_post_open(mandate, Native.Length(mandate), bundle.Handle, out var error), error));

        /// <summary>Its name.</summary>
        public string Name => Native.Text(Native.doichieu_post_name(Handle));

        /// <summary>Its role, by name.</summary>
        public string Role => Native.Text(Native.doichieu_post_role(Handle));

        /// <summary>When its mandate ends.</summary>
        public DateTimeOffset Until => At(Native.doichieu_post_until(Handle));
    }

    /// <summary>One stop, one visit: 32 random bytes, new for each.</summary>
    public sealed class EncounterSeed : Held
    {
        /// <summary>From a cryptographic source.</summary>
        public EncounterSeed(byte[] random) : base(Made(random), Native.doichieu_encounter_seed_free) { }

        private static IntPtr Made(byte[] random) => Checked(Native.doichieu_encounter_seed_new(random, Native.Length(random), out var error), error);
    }

    /// <summary>A vehicle beside which papers are judged.</summary>
    public sealed class Vehicle : Held
    {
        /// <summary>Of a kind, by name.</summary>
        public Vehicle(string kind) : base(Made(Native.Utf8(kind)), Native.doichieu_vehicle_free) { }

        private static IntPtr Made(byte[] kind) => Checked(Native.doichieu_vehicle_new(kind, Native.Length(kind), out var error), error);

        /// <summary>Says what is known of a measure. <paramref name="bound"/>: 0 exactly, -1 or less, 1 more.</summary>
        public Vehicle Measure(string measure, ulong of, int bound = 0)
        {
            var name = Native.Utf8(measure);
            Native.doichieu_vehicle_measure(Handle, name, Native.Length(name), bound, of, out var error);
            Native.Check(error);
            return this;
        }

        /// <summary>Which gear it has, or what it draws.</summary>
        public Vehicle With(string what)
        {
            var name = Native.Utf8(what);
            Native.doichieu_vehicle_with(Handle, name, Native.Length(name), out var error);
            Native.Check(error);
            return this;
        }
    }

    /// <summary>What is asked for: exactly one of three. Nothing that is left out means everything.</summary>
    public abstract class Only
    {
        internal Only() { }

        /// <summary>All that mandate and profile allow for the purpose.</summary>
        public static readonly Only All = new Everything();

        /// <summary>These fields by kind of paper: one kind and one field of each at least.</summary>
        public static Only Fields(IReadOnlyDictionary<string, IReadOnlyList<string>> of) => new Named(of);

        /// <summary>The answer to a question, by name, and not one field.</summary>
        public static Only Question(string name) => new Asked(name);

        internal sealed class Everything : Only { }

        internal sealed class Named : Only
        {
            internal readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Of;

            internal Named(IReadOnlyDictionary<string, IReadOnlyList<string>> of) => Of = of;
        }

        internal sealed class Asked : Only
        {
            internal readonly string Name;

            internal Asked(string name) => Name = name;
        }
    }

    /// <summary>What one inspection asks for.</summary>
    public sealed class Ask : Held
    {
        internal Ask(IntPtr of) : base(of, Native.doichieu_ask_free) { }

        /// <summary>The same beside a vehicle that the officer picked.</summary>
        public Ask ForVehicle(Vehicle vehicle) => new Ask(Checked(Native.doichieu_ask_for_vehicle(Handle, vehicle.Handle, out var error), error));

        /// <summary>The same beside a vehicle whose plate the officer reads.</summary>
        public Ask ForPlate(string plate)
        {
            var text = Native.Utf8(plate);
            return new Ask(Checked(Native.doichieu_ask_for_plate(Handle, text, Native.Length(text), out var error), error));
        }

        /// <summary>After a person at the post said of a showing: it is still this person. Ask a person each time.</summary>
        public Ask StillThisPerson(byte[] showing) => new Ask(Checked(Native.doichieu_ask_still_this_person(Handle, showing, Native.Length(showing), out var error), error));
    }

    /// <summary>An ask that waits for the post's signature; used up by <see cref="Seal"/>.</summary>
    public sealed class AskDraft : Held
    {
        internal AskDraft(IntPtr of) : base(of, Native.doichieu_draft_free) { }

        /// <summary>For the post's key: Ed25519, or ECDSA P-256 with SHA-256.</summary>
        public byte[] ToBeSigned() => Native.Taken(Native.doichieu_draft_to_be_signed(Handle));

        /// <summary>Takes the signature, of P-256 as DER or as 64 bytes, and makes the challenge.</summary>
        public Challenge Seal(byte[] signature) => new Challenge(Checked(Native.doichieu_draft_seal(Handle, signature, Native.Length(signature), out var error), error));
    }

    /// <summary>A signed challenge.</summary>
    public sealed class Challenge : Held
    {
        internal Challenge(IntPtr of) : base(of, Native.doichieu_challenge_free) { }

        /// <summary><c>DCQ1:…</c>, for a QR or an app link.</summary>
        public string Text => Native.Text(Native.doichieu_challenge_text(Handle));

        /// <summary>To show beside the code, large.</summary>
        public string Digits => Native.Text(Native.doichieu_challenge_digits(Handle));

        /// <summary>The ask to inspect the answer with.</summary>
        public Ask Ask() => new Ask(Native.doichieu_challenge_ask(Handle));
    }

    /// <summary>Something scanned or received, as it came: untrusted in every respect.</summary>
    public sealed class Scan : Held
    {
        internal Scan(IntPtr of) : base(of, Native.doichieu_scan_free) { }

        /// <summary>The text of a QR code as the reader of the code gave it.</summary>
        public static Scan Qr(string text)
        {
            var utf8 = Native.Utf8(text);
            return new Scan(Checked(Native.doichieu_scan_qr(utf8, Native.Length(utf8), out var error), error));
        }

        /// <summary>The bytes of a frame.</summary>
        public static Scan Frame(byte[] bytes) => new Scan(Checked(Native.doichieu_scan_frame(bytes, Native.Length(bytes), out var error), error));

        /// <summary>The bytes of a sealed answer.</summary>
        public static Scan Sealed(byte[] bytes) => new Scan(Checked(Native.doichieu_scan_sealed(bytes, Native.Length(bytes), out var error), error));
    }

    /// <summary>Collects the parts of animated codes, in any order, with losses and repeats.</summary>
    public sealed class Frames : Held
    {
        /// <summary>None yet.</summary>
        public Frames() : base(Native.doichieu_frames_new(), Native.doichieu_frames_free) { }

        /// <summary>The text of one code. Answers whether something is whole.</summary>
        public bool Push(string text)
        {
            var utf8 = Native.Utf8(text);
            var whole = Native.doichieu_frames_push(Handle, utf8, Native.Length(utf8), out var error);
            Native.Check(error);
            return whole;
        }

        /// <summary>The showing or sealed answer, once whole; null until then.</summary>
        public Scan Scan()
        {
            var scan = Native.doichieu_frames_scan(Handle);
            return scan == IntPtr.Zero ? null : new Scan(scan);
        }
    }

    /// <summary>A store of showings that several servers share: docs/server.md.</summary>
    public interface ISeenStore
    {
        /// <summary>Keeps a showing under its key until then, if nothing stands there, in one step over all. Answers null: nothing
        /// stood there; else what stands there. One that throws counts as one that gave no answer.</summary>
        byte[] Keep(byte[] key, byte[] showing, DateTimeOffset until);
    }

    /// <summary>A post with the bundle it works by. May be used by several threads at once.</summary>
    public sealed class Inspector : Held
    {
        // DOICHIEU_SHOWING of doichieu.h.
        private const int ShowingRoom = 1024;

        /// <summary>Refused if the post was opened against another bundle.</summary>
        public Inspector(Bundle bundle, Post post) : base(Made(bundle, post), Native.doichieu_inspector_free) { }

        private static IntPtr Made(Bundle bundle, Post post) => Checked(Native.doichieu_inspector_new(bundle.Handle, post.Handle, out var error), error);

        /// <summary>An ask for what is shown unprompted: all, or the answer to a question. Fields take a challenge.</summary>
        public Ask Unprompted(string purpose, EncounterSeed seed, Only only)
        {
            var name = Native.Utf8(purpose);
            IntPtr error;
            if (only is Only.Everything) return new Ask(Checked(Native.doichieu_ask_unprompted(Handle, name, Native.Length(name), seed.Handle, out error), error));
            var asked = only as Only.Asked;
            if (asked == null) throw new ArgumentFault("argument.only", "all or a question: fields take a challenge");
            var question = Native.Utf8(asked.Name);
            return new Ask(Checked(Native.doichieu_ask_question(Handle, name, Native.Length(name), question, Native.Length(question), seed.Handle, out error), error));
        }

        /// <summary>On a legal basis that the role's profile names, by code.</summary>
        public Ask OnBasis(string purpose, EncounterSeed seed, string basis)
        {
            byte[] name = Native.Utf8(purpose), code = Native.Utf8(basis);
            return new Ask(Checked(Native.doichieu_ask_on_basis(Handle, name, Native.Length(name), code, Native.Length(code), seed.Handle, out var error), error));
        }

        /// <summary>Drafts a challenge. <paramref name="secret"/>: 32 random bytes, new for each ask, kept while it is open.</summary>
        public AskDraft Draft(string purpose, Only only, byte[] secret, EncounterSeed seed, DateTimeOffset now, ulong? retention = null, string origin = null)
        {
            var name = Native.Utf8(purpose);
            using (var wants = Wants(name, only))
            {
                IntPtr error;
                if (retention is ulong seconds) Native.doichieu_wants_retention(wants, seconds);
                if (origin != null)
                {
                    var text = Native.Utf8(origin);
                    Native.doichieu_wants_origin(wants, text, Native.Length(text), out error);
                    Native.Check(error);
                }
                return new AskDraft(Checked(Native.doichieu_draft_new(Handle, wants, secret, Native.Length(secret), seed.Handle, Seconds(now), out error), error));
            }
        }

        private static Handle Wants(byte[] purpose, Only only)
        {
            IntPtr error;
            if (only is Only.Everything) return Asking(Checked(Native.doichieu_wants_all(purpose, Native.Length(purpose), out error), error));
            if (only is Only.Asked asked)
            {
                var question = Native.Utf8(asked.Name);
                return Asking(Checked(Native.doichieu_wants_question(purpose, Native.Length(purpose), question, Native.Length(question), out error), error));
            }
            var named = only as Only.Named;
            if (named == null || named.Of == null) throw new ArgumentFault("argument.only", "exactly one of all, fields and a question");
            var wants = Asking(Checked(Native.doichieu_wants_fields(purpose, Native.Length(purpose), out error), error));
            foreach (var kind in named.Of)
            {
                if (kind.Value.Count == 0) throw new ArgumentFault("argument.only", "one field of each kind at least");
                foreach (var field in kind.Value)
                {
                    byte[] ofKind = Native.Utf8(kind.Key), name = Native.Utf8(field);
                    Native.doichieu_wants_field(wants, ofKind, Native.Length(ofKind), name, Native.Length(name), out error);
                    Native.Check(error);
                }
            }
            return wants;
        }

        private static Handle Asking(IntPtr of) => new Handle(of, Native.doichieu_wants_free);

        /// <summary>Takes up a challenge that this post made from this secret.</summary>
        public Ask Resume(string challenge, byte[] secret, EncounterSeed seed)
        {
            var text = Native.Utf8(challenge);
            return new Ask(Checked(Native.doichieu_ask_resume(Handle, text, Native.Length(text), secret, Native.Length(secret), seed.Handle, out var error), error));
        }

        /// <summary>Inspects one showing. The memory is written before anything is shown: store it first.</summary>
        public Seen Inspect(Scan scan, Ask ask, Memory memory, DateTimeOffset now) =>
            Seen.Of(Checked(Native.doichieu_inspect(Handle, scan.Handle, ask.Handle, memory.Handle, Seconds(now), out var error), error));

        /// <summary>The same by a shared store: nothing is told before it has answered. The memory is not written.</summary>
        public Seen InspectShared(Scan scan, Ask ask, Memory memory, DateTimeOffset now, ISeenStore store)
        {
            Native.Keep keep = (context, key, showing, length, until, seen, seenLength) =>
            {
                try
                {
                    byte[] of = new byte[32], bytes = new byte[(int)length];
                    Marshal.Copy(key, of, 0, 32);
                    Marshal.Copy(showing, bytes, 0, bytes.Length);
                    var kept = store.Keep(of, bytes, At(until));
                    if (kept == null) return 0;
                    if (kept.Length > ShowingRoom) return -1;
                    Marshal.Copy(kept, 0, seen, kept.Length);
                    Marshal.WriteIntPtr(seenLength, (IntPtr)kept.Length);
                    return 1;
                }
                catch (Exception)
                {
                    // No exception crosses into the engine: it counts as no answer.
                    return -1;
                }
            };
            var native = new Native.Store { Keep = Marshal.GetFunctionPointerForDelegate(keep) };
            var answered = Native.doichieu_inspect_shared(Handle, scan.Handle, ask.Handle, memory.Handle, Seconds(now), native, out var error);
            GC.KeepAlive(keep);
            return Seen.Of(Checked(answered, error));
        }
    }

    /// <summary>What came of an inspection: <see cref="Report"/> or <see cref="Unreadable"/>.</summary>
    public abstract class Seen : Held
    {
        internal Seen(IntPtr of) : base(of, Native.doichieu_seen_free) { }

        internal static Seen Of(IntPtr of)
        {
            var handle = new Handle(of, _ => { });
            return Native.doichieu_seen_is_report(handle) ? (Seen)new Report(of) : new Unreadable(of);
        }

        /// <summary>The headline for a screen, in Vietnamese.</summary>
        public string HeadlineVi => Native.Text(Native.doichieu_seen_headline_vi(Handle));

        /// <summary>The same in English.</summary>
        public string HeadlineEn => Native.Text(Native.doichieu_seen_headline_en(Handle));

        /// <summary>A test root stands behind it: every screen then says TEST.</summary>
        public bool IsTest => Native.doichieu_seen_is_test(Handle);

        // More than a report can have: its papers and its checks are bounded.
        private const uint Most = 4096;

        internal List<string> Findings(bool english)
        {
            var texts = new List<string>();
            for (uint place = 0; place < Most; place++)
            {
                var text = Native.Text(Native.doichieu_seen_finding(Handle, (UIntPtr)place, english));
                if (text == null) break;
                texts.Add(text);
            }
            return texts;
        }
    }

    /// <summary>Not a document. Says nothing about anybody.</summary>
    public sealed class Unreadable : Seen
    {
        internal Unreadable(IntPtr of) : base(of) { }

        /// <summary><c>scan.…</c>, stable.</summary>
        public string Code => Native.Text(Native.doichieu_seen_verdict(Handle));

        /// <summary>What is said, and the step that follows, in Vietnamese.</summary>
        public string Vi => Findings(false)[0];

        /// <summary>The same in English.</summary>
        public string En => Findings(true)[0];

        /// <summary>For the log, not for the screen: layer and offset.</summary>
        public string Log => Native.Text(Native.doichieu_seen_json(Handle));
    }

    /// <summary>The report of one inspection. Holds no value of a paper: those are in its proven papers.</summary>
    public sealed class Report : Seen
    {
        internal Report(IntPtr of) : base(of)
        {
            var papers = new List<Paper>();
            for (uint place = 0; place < (uint)Native.doichieu_seen_papers(Handle); place++) papers.Add(Paper.Of(this, (UIntPtr)place));
            Papers = papers;
        }

        /// <summary><c>accept</c>, <c>refer</c> or <c>refuse</c>.</summary>
        public string Verdict => Native.Text(Native.doichieu_seen_verdict(Handle));

        /// <summary>Canonical JSON (RFC 8785), the same bytes in every language. No claim value, no prose.</summary>
        public string Json => Native.Text(Native.doichieu_seen_json(Handle));

        /// <summary>The first use of its showing, or the first one tried again.</summary>
        public bool Consumed => Native.doichieu_seen_consumed(Handle);

        /// <summary>Which showing it was; null where nothing was proven, or a printed code was read.</summary>
        public byte[] Showing => Native.Taken(Native.doichieu_seen_showing(Handle));

        /// <summary>What was found, and what may be done next, in Vietnamese: about the showing, then paper by paper.</summary>
        public IReadOnlyList<string> FindingsVi => Findings(false);

        /// <summary>The same in English.</summary>
        public IReadOnlyList<string> FindingsEn => Findings(true);

        /// <summary>Its papers.</summary>
        public IReadOnlyList<Paper> Papers { get; }
    }

    /// <summary>A paper: <see cref="Proven"/>, <see cref="Answered"/> or <see cref="Unproven"/>.</summary>
    public abstract class Paper
    {
        internal readonly Report Within;
        internal readonly UIntPtr Place;

        internal Paper(Report within, UIntPtr place)
        {
            Within = within;
            Place = place;
        }

        internal static Paper Of(Report within, UIntPtr place)
        {
            switch (Native.Text(Native.doichieu_seen_proof(within.Handle, place)))
            {
                case "proven": return new Proven(within, place);
                case "answered": return new Answered(within, place);
                default: return new Unproven(within, place);
            }
        }

        /// <summary>Its kind by name; null: one that this engine cannot read.</summary>
        public string Kind => Native.Text(Native.doichieu_seen_kind(Within.Handle, Place));
    }

    /// <summary>Proven, and agreed to be shown: its values, until they end, or it or its report is disposed of.</summary>
    public sealed class Proven : Paper, IDisposable
    {
        internal Proven(Report within, UIntPtr place) : base(within, place) { }

        /// <summary>All values as JSON (docs/schema/values.schema.json): personal data. Null once they have ended.</summary>
        public string Values(DateTimeOffset now)
        {
            var values = Native.doichieu_release_values(Within.Handle, Place, Held.Seconds(now), out var error);
            Native.Check(error);
            return Native.Text(values);
        }

        /// <summary>One value in words, by the name of its field. Null where it is not shown, which never means that it does not hold, or has ended.</summary>
        public string Text(string field, DateTimeOffset now, bool english = false)
        {
            var name = Native.Utf8(field);
            var text = Native.doichieu_release_text(Within.Handle, Place, name, Native.Length(name), english, Held.Seconds(now), out var error);
            Native.Check(error);
            return Native.Text(text);
        }

        /// <summary>When the screen takes them away; null where there are none.</summary>
        public DateTimeOffset? DisplayUntil
        {
            get
            {
                var seconds = Native.doichieu_release_display_until(Within.Handle, Place);
                return seconds == 0 ? (DateTimeOffset?)null : Held.At(seconds);
            }
        }

        /// <summary>How a declared name and the paper's compare: a level. Eight times, then no more. Null once they have ended.</summary>
        public string MatchesName(string name, DateTimeOffset now)
        {
            var text = Native.Utf8(name);
            var level = Native.doichieu_release_matches_name(Within.Handle, Place, text, Native.Length(text), Held.Seconds(now), out var error);
            Native.Check(error);
            return Native.Text(level);
        }

        /// <summary>The person goes: the engine wipes them.</summary>
        public void Dispose()
        {
            if (!Within.Handle.IsClosed) Native.doichieu_release_end(Within.Handle, Place);
        }
    }

    /// <summary>Proven, and agreed to for an answer only: no values.</summary>
    public sealed class Answered : Paper
    {
        internal Answered(Report within, UIntPtr place) : base(within, place) { }

        /// <summary><c>yes</c>, <c>no</c>, <c>undetermined</c>, <c>not_needed</c>.</summary>
        public string Answer => Native.Text(Native.doichieu_seen_answer(Within.Handle, Place));
    }

    /// <summary>Not proven: nothing of it is shown.</summary>
    public sealed class Unproven : Paper
    {
        internal Unproven(Report within, UIntPtr place) : base(within, place) { }
    }
}
