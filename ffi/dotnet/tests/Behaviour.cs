// What a .NET program relies on beyond the vectors: `Behaviour.exe FOLDER ROOTS LISTS POST AT < TEXT OF A CODE`.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Doichieu;

internal static class Behaviour
{
    private static int checks;

    private static void Check(bool holds, string says)
    {
        checks++;
        if (holds) return;
        Console.Error.WriteLine(".NET: does not hold: " + says);
        Environment.Exit(1);
    }

    private static string Code(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (DoichieuFault fault)
        {
            return fault.Vi != "" && fault.En != "" ? fault.Code : "no words";
        }
    }

    private static void Main(string[] arguments)
    {
        Func<string, byte[]> blob = of => File.ReadAllBytes(Path.Combine(arguments[0], "blobs", of + ".bin"));
        var now = DateTimeOffset.FromUnixTimeSeconds(long.Parse(arguments[4]));
        var text = Console.In.ReadToEnd();

        Check(Code(() => Roots.FromBytes(blob(arguments[1]))) == "setup.root_is_test", "a test root by the other door");
        Check(Code(() => Roots.FromBytes(new byte[0])) == "setup.roots_malformed", "no bytes");
        var roots = Roots.DangerousTest(blob(arguments[1]));
        var memory = new Memory();
        Check(Code(() => Bundle.Open(blob(arguments[2]), roots, memory, DateTimeOffset.FromUnixTimeSeconds(-1))) == "argument.time", "1969");
        var bundle = Bundle.Open(blob(arguments[2]), roots, memory, now);
        Check(bundle.Ready(memory, now, out var due, out var after) && now < due && due < after, "ready");
        var inspector = new Inspector(bundle, Post.Open(blob(arguments[3]), bundle));
        var seed = new EncounterSeed(new byte[32]);
        Check(Code(() => new EncounterSeed(new byte[31])) == "argument.encounter", "31 bytes");
        Check(Code(() => Scan.Qr("\ud800")) == "argument.text", "half a sign");
        Check(Code(() => Scan.Qr(null)) == "argument.null", "no text");
        Check(Code(() => inspector.Draft("clinic_admission", null, new byte[32], seed, now)) == "argument.only", "nothing means nothing");
        var none = new Dictionary<string, IReadOnlyList<string>>();
        Check(Code(() => inspector.Draft("clinic_admission", Only.Fields(none), new byte[32], seed, now)) == "argument.only", "no kind");
        none["identity"] = new string[0];
        Check(Code(() => inspector.Draft("clinic_admission", Only.Fields(none), new byte[32], seed, now)) == "argument.only", "no field");
        none["identity"] = new[] { "full_name" };
        var draft = inspector.Draft("clinic_admission", Only.Fields(none), new byte[32], seed, now, 60, "vn.example");
        Check(draft.ToBeSigned().Length > 0 && Code(() => draft.Seal(new byte[64])) == "ask.not_signed", "another key");
        Check(Code(() => draft.Seal(new byte[64])) == "argument.freed", "sealed once");

        var ask = inspector.Unprompted("clinic_admission", seed, Only.All);
        var report = (Report)inspector.Inspect(Scan.Qr(text), ask, memory, now);
        Check(report.Verdict == "accept" && report.IsTest && report.Consumed && report.HeadlineVi == "ĐẠT", "accepted");
        var proven = report.Papers.OfType<Proven>().First();
        var name = proven.Text("full_name", now);
        Check(name.Length > 3 && proven.Kind == "identity" && proven.Values(now).Contains(name) && proven.DisplayUntil > now, "its values");
        Check(!report.Json.Contains(name) && !report.ToString().Contains(name) && !proven.ToString().Contains(name), "and nowhere else");
        Check(report.FindingsVi.Count > 0 && !report.FindingsVi.Any(of => of.Contains(name)), "findings without values");
        Check(proven.MatchesName(name, now) == "exact" && proven.Text("spouse_name", now) == null, "compared");
        proven.Dispose();
        Check(proven.Values(now) == null && proven.Text("full_name", now) == null && proven.MatchesName(name, now) == null, "ended");
        proven.Dispose();

        var second = (Report)inspector.Inspect(Scan.Qr(text), inspector.Unprompted("clinic_admission", new EncounterSeed(Enumerable.Repeat((byte)1, 32).ToArray()), Only.All), memory, now);
        Check(!second.Consumed && second.Verdict != "accept", "shown before");
        var unread = (Unreadable)inspector.Inspect(Scan.Qr("hello"), ask, memory, now);
        Check(unread.Code == "scan.not_ours" && unread.Vi != "" && unread.En != unread.Vi, "no document");
        var stored = memory.ToBytes();
        Check(Memory.FromBytes(stored).ToBytes().SequenceEqual(stored), "stored and read again");
        Check(Code(() => Memory.FromBytes(stored.Take(9).ToArray())).StartsWith("setup.memory_"), "torn");
        report.Dispose();
        var threw = false;
        try
        {
            var _ = report.Json;
        }
        catch (ObjectDisposedException)
        {
            threw = true;
        }
        Check(threw, "disposed of");
        Console.WriteLine(".NET behaviour: " + checks + " checks, all hold");
    }
}
