using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Doichieu
{
    /// <summary>What doichieu.h declares. Internal: the typed layer alone calls it.</summary>
    internal static class Native
    {
        private const string Library = "doichieu";

        [StructLayout(LayoutKind.Sequential)]
        internal struct Bytes
        {
            internal IntPtr Data;
            internal UIntPtr Length;
        }

        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        internal delegate int Keep(IntPtr context, IntPtr key, IntPtr showing, UIntPtr showingLength, long until, IntPtr seen, IntPtr seenLength);

        [StructLayout(LayoutKind.Sequential)]
        internal struct Store
        {
            internal IntPtr Context;
            internal IntPtr Keep;
        }

        [DllImport(Library)] internal static extern IntPtr doichieu_error_code(IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_error_vi(IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_error_en(IntPtr error);
        [DllImport(Library)] internal static extern void doichieu_error_free(IntPtr error);
        [DllImport(Library)] internal static extern void doichieu_text_free(IntPtr text);
        [DllImport(Library)] internal static extern void doichieu_bytes_free(Bytes bytes);
        [DllImport(Library)] internal static extern IntPtr doichieu_roots_from_bytes(byte[] chain, UIntPtr length, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_roots_dangerous_test(byte[] chain, UIntPtr length, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_roots_fingerprint(Handle roots);
        [DllImport(Library)] internal static extern void doichieu_roots_free(IntPtr roots);
        [DllImport(Library)] internal static extern IntPtr doichieu_memory_new();
        [DllImport(Library)] internal static extern IntPtr doichieu_memory_from_bytes(byte[] bytes, UIntPtr length, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_memory_salvaged(byte[] bytes, UIntPtr length, long now, out IntPtr error);
        [DllImport(Library)] internal static extern Bytes doichieu_memory_to_bytes(Handle memory);
        [DllImport(Library)] internal static extern IntPtr doichieu_memory_with_gap(Handle memory, long now, out IntPtr error);
        [DllImport(Library)] [return: MarshalAs(UnmanagedType.I1)] internal static extern bool doichieu_memory_join(Handle memory, Handle other, out IntPtr error);
        [DllImport(Library)] internal static extern void doichieu_memory_free(IntPtr memory);
        [DllImport(Library)] internal static extern IntPtr doichieu_bundle_open(byte[] file, UIntPtr length, Handle roots, Handle memory, long now, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_bundle_apply(Handle bundle, byte[] delta, UIntPtr length, Handle roots, Handle memory, long now, out IntPtr error);
        [DllImport(Library)] internal static extern ulong doichieu_bundle_number(Handle bundle);
        [DllImport(Library)] [return: MarshalAs(UnmanagedType.I1)] internal static extern bool doichieu_bundle_ready(Handle bundle, Handle memory, long now, out long nextDue, out long notAfter, out IntPtr error);
        [DllImport(Library)] internal static extern void doichieu_bundle_free(IntPtr bundle);
        [DllImport(Library)] internal static extern IntPtr doichieu_post_open(byte[] mandate, UIntPtr length, Handle bundle, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_post_name(Handle post);
        [DllImport(Library)] internal static extern IntPtr doichieu_post_role(Handle post);
        [DllImport(Library)] internal static extern long doichieu_post_until(Handle post);
        [DllImport(Library)] internal static extern void doichieu_post_free(IntPtr post);
        [DllImport(Library)] internal static extern IntPtr doichieu_inspector_new(Handle bundle, Handle post, out IntPtr error);
        [DllImport(Library)] internal static extern void doichieu_inspector_free(IntPtr inspector);
        [DllImport(Library)] internal static extern IntPtr doichieu_encounter_seed_new(byte[] random, UIntPtr length, out IntPtr error);
        [DllImport(Library)] internal static extern void doichieu_encounter_seed_free(IntPtr seed);
        [DllImport(Library)] internal static extern IntPtr doichieu_ask_unprompted(Handle inspector, byte[] purpose, UIntPtr length, Handle seed, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_ask_question(Handle inspector, byte[] purpose, UIntPtr length, byte[] question, UIntPtr questionLength, Handle seed, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_ask_on_basis(Handle inspector, byte[] purpose, UIntPtr length, byte[] basis, UIntPtr basisLength, Handle seed, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_ask_resume(Handle inspector, byte[] challenge, UIntPtr challengeLength, byte[] secret, UIntPtr length, Handle seed, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_ask_for_vehicle(Handle ask, Handle vehicle, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_ask_for_plate(Handle ask, byte[] plate, UIntPtr length, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_ask_still_this_person(Handle ask, byte[] showing, UIntPtr length, out IntPtr error);
        [DllImport(Library)] internal static extern void doichieu_ask_free(IntPtr ask);
        [DllImport(Library)] internal static extern IntPtr doichieu_wants_all(byte[] purpose, UIntPtr length, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_wants_fields(byte[] purpose, UIntPtr length, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_wants_question(byte[] purpose, UIntPtr length, byte[] question, UIntPtr questionLength, out IntPtr error);
        [DllImport(Library)] [return: MarshalAs(UnmanagedType.I1)] internal static extern bool doichieu_wants_field(Handle wants, byte[] kind, UIntPtr kindLength, byte[] field, UIntPtr fieldLength, out IntPtr error);
        [DllImport(Library)] internal static extern void doichieu_wants_retention(Handle wants, ulong seconds);
        [DllImport(Library)] [return: MarshalAs(UnmanagedType.I1)] internal static extern bool doichieu_wants_origin(Handle wants, byte[] origin, UIntPtr length, out IntPtr error);
        [DllImport(Library)] internal static extern void doichieu_wants_free(IntPtr wants);
        [DllImport(Library)] internal static extern IntPtr doichieu_draft_new(Handle inspector, Handle wants, byte[] secret, UIntPtr length, Handle seed, long now, out IntPtr error);
        [DllImport(Library)] internal static extern Bytes doichieu_draft_to_be_signed(Handle draft);
        [DllImport(Library)] internal static extern IntPtr doichieu_draft_seal(Handle draft, byte[] signature, UIntPtr length, out IntPtr error);
        [DllImport(Library)] internal static extern void doichieu_draft_free(IntPtr draft);
        [DllImport(Library)] internal static extern IntPtr doichieu_challenge_text(Handle challenge);
        [DllImport(Library)] internal static extern IntPtr doichieu_challenge_digits(Handle challenge);
        [DllImport(Library)] internal static extern IntPtr doichieu_challenge_ask(Handle challenge);
        [DllImport(Library)] internal static extern void doichieu_challenge_free(IntPtr challenge);
        [DllImport(Library)] internal static extern IntPtr doichieu_asked_open(byte[] text, UIntPtr length, Handle bundle, long now, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_vehicle_new(byte[] kind, UIntPtr length, out IntPtr error);
        [DllImport(Library)] [return: MarshalAs(UnmanagedType.I1)] internal static extern bool doichieu_vehicle_measure(Handle vehicle, byte[] measure, UIntPtr length, int bound, ulong of, out IntPtr error);
        [DllImport(Library)] [return: MarshalAs(UnmanagedType.I1)] internal static extern bool doichieu_vehicle_with(Handle vehicle, byte[] what, UIntPtr length, out IntPtr error);
        [DllImport(Library)] internal static extern void doichieu_vehicle_free(IntPtr vehicle);
        [DllImport(Library)] internal static extern IntPtr doichieu_scan_qr(byte[] text, UIntPtr length, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_scan_frame(byte[] bytes, UIntPtr length, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_scan_sealed(byte[] bytes, UIntPtr length, out IntPtr error);
        [DllImport(Library)] internal static extern void doichieu_scan_free(IntPtr scan);
        [DllImport(Library)] internal static extern IntPtr doichieu_frames_new();
        [DllImport(Library)] [return: MarshalAs(UnmanagedType.I1)] internal static extern bool doichieu_frames_push(Handle frames, byte[] text, UIntPtr length, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_frames_scan(Handle frames);
        [DllImport(Library)] internal static extern void doichieu_frames_free(IntPtr frames);
        [DllImport(Library)] internal static extern IntPtr doichieu_inspect(Handle inspector, Handle scan, Handle ask, Handle memory, long now, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_inspect_shared(Handle inspector, Handle scan, Handle ask, Handle memory, long now, Store store, out IntPtr error);
        [DllImport(Library)] [return: MarshalAs(UnmanagedType.I1)] internal static extern bool doichieu_seen_is_report(Handle seen);
        [DllImport(Library)] [return: MarshalAs(UnmanagedType.I1)] internal static extern bool doichieu_seen_is_test(Handle seen);
        [DllImport(Library)] [return: MarshalAs(UnmanagedType.I1)] internal static extern bool doichieu_seen_consumed(Handle seen);
        [DllImport(Library)] internal static extern IntPtr doichieu_seen_json(Handle seen);
        [DllImport(Library)] internal static extern IntPtr doichieu_seen_verdict(Handle seen);
        [DllImport(Library)] internal static extern IntPtr doichieu_seen_headline_vi(Handle seen);
        [DllImport(Library)] internal static extern IntPtr doichieu_seen_headline_en(Handle seen);
        [DllImport(Library)] internal static extern Bytes doichieu_seen_showing(Handle seen);
        [DllImport(Library)] internal static extern UIntPtr doichieu_seen_findings(Handle seen);
        [DllImport(Library)] internal static extern IntPtr doichieu_seen_finding(Handle seen, UIntPtr place, [MarshalAs(UnmanagedType.I1)] bool english);
        [DllImport(Library)] internal static extern UIntPtr doichieu_seen_papers(Handle seen);
        [DllImport(Library)] internal static extern IntPtr doichieu_seen_kind(Handle seen, UIntPtr paper);
        [DllImport(Library)] internal static extern IntPtr doichieu_seen_proof(Handle seen, UIntPtr paper);
        [DllImport(Library)] internal static extern IntPtr doichieu_seen_answer(Handle seen, UIntPtr paper);
        [DllImport(Library)] internal static extern void doichieu_seen_free(IntPtr seen);
        [DllImport(Library)] internal static extern IntPtr doichieu_release_values(Handle seen, UIntPtr paper, long now, out IntPtr error);
        [DllImport(Library)] internal static extern IntPtr doichieu_release_text(Handle seen, UIntPtr paper, byte[] field, UIntPtr length, [MarshalAs(UnmanagedType.I1)] bool english, long now, out IntPtr error);
        [DllImport(Library)] internal static extern long doichieu_release_display_until(Handle seen, UIntPtr paper);
        [DllImport(Library)] internal static extern IntPtr doichieu_release_matches_name(Handle seen, UIntPtr paper, byte[] name, UIntPtr length, long now, out IntPtr error);
        [DllImport(Library)] internal static extern void doichieu_release_end(Handle seen, UIntPtr paper);

        internal static UIntPtr Length(byte[] of) => (UIntPtr)(uint)of.Length;

        /// <summary>UTF-8 of a text of the caller's; lone surrogates are refused, not replaced.</summary>
        internal static byte[] Utf8(string text)
        {
            if (text == null) throw new ArgumentFault("argument.null", "a text");
            try
            {
                return new UTF8Encoding(false, true).GetBytes(text);
            }
            catch (EncoderFallbackException)
            {
                throw new ArgumentFault("argument.text", "text without lone surrogates");
            }
        }

        /// <summary>A text that the engine gave, freed and wiped there; null for none.</summary>
        internal static string Text(IntPtr text)
        {
            if (text == IntPtr.Zero) return null;
            var length = 0;
            while (Marshal.ReadByte(text, length) != 0) length++;
            var bytes = new byte[length];
            Marshal.Copy(text, bytes, 0, length);
            doichieu_text_free(text);
            var of = Encoding.UTF8.GetString(bytes);
            Array.Clear(bytes, 0, length);
            return of;
        }

        internal static byte[] Taken(Bytes bytes)
        {
            if (bytes.Data == IntPtr.Zero) return null;
            var of = new byte[(int)bytes.Length];
            Marshal.Copy(bytes.Data, of, 0, of.Length);
            doichieu_bytes_free(bytes);
            return of;
        }

        /// <summary>Throws what was refused.</summary>
        internal static void Check(IntPtr error)
        {
            if (error == IntPtr.Zero) return;
            string code = Text(doichieu_error_code(error)), vi = Text(doichieu_error_vi(error)), en = Text(doichieu_error_en(error));
            doichieu_error_free(error);
            if (code.StartsWith("setup.", StringComparison.Ordinal)) throw new SetUpFault(code, vi, en);
            if (code.StartsWith("ask.", StringComparison.Ordinal)) throw new AskFault(code, vi, en);
            if (code.StartsWith("encounter.", StringComparison.Ordinal)) throw new EncounterFault(code, vi, en);
            throw new ArgumentFault(code, en);
        }
    }

    /// <summary>A handle of the engine's, freed once.</summary>
    internal sealed class Handle : SafeHandle
    {
        private readonly Action<IntPtr> free;

        internal Handle(IntPtr of, Action<IntPtr> free) : base(IntPtr.Zero, true)
        {
            this.free = free;
            SetHandle(of);
        }

        public override bool IsInvalid => handle == IntPtr.Zero;

        protected override bool ReleaseHandle()
        {
            free(handle);
            return true;
        }
    }
}
