// Every case of tests/vectors/, from the steps that ffi/c/tests/cases.py writes: `Vectors.exe FOLDER < STEPS` answers one line for each
// case, its id, a tab, the report's JSON or why there is none.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Doichieu;

internal sealed class Store : ISeenStore
{
    internal bool Fails;
    private readonly Dictionary<string, byte[]> kept = new Dictionary<string, byte[]>();

    public byte[] Keep(byte[] key, byte[] showing, DateTimeOffset until)
    {
        if (Fails) throw new IOException("a store that does not answer");
        var name = Convert.ToBase64String(key);
        if (kept.TryGetValue(name, out var before)) return before;
        kept[name] = showing;
        return null;
    }
}

internal sealed class Case
{
    internal Roots Roots;
    internal Memory Memory;
    internal Bundle Bundle;
    internal Inspector Inspector;
    internal EncounterSeed Seed;
    internal string Purpose;
    internal Ask Ask;
    internal Vehicle Vehicle;
    internal Scan Scan;
    internal Frames Frames;
    internal Seen Seen;
    internal Store Store;
    internal string Answer = "";
}

internal static class Vectors
{
    private static string folder;

    private static byte[] Blob(string name) => File.ReadAllBytes(Path.Combine(folder, "blobs", name + ".bin"));

    private static byte[] Unhex(string digits) =>
        digits == "-" ? new byte[0] : Enumerable.Range(0, digits.Length / 2).Select(at => Convert.ToByte(digits.Substring(2 * at, 2), 16)).ToArray();

    private static string Text(string digits) => Encoding.UTF8.GetString(Unhex(digits));

    private static DateTimeOffset At(string seconds) => DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds));

    private static void See(Case of, DateTimeOffset at)
    {
        if (of.Frames != null) of.Scan = of.Frames.Scan();
        if (of.Scan == null)
        {
            of.Answer = "frames";
            return;
        }
        of.Seen = of.Store == null
            ? of.Inspector.Inspect(of.Scan, of.Ask, of.Memory, at)
            : of.Inspector.InspectShared(of.Scan, of.Ask, of.Memory, at, of.Store);
        of.Answer = of.Seen is Report report ? report.Json : ((Unreadable)of.Seen).Log;
    }

    private static void Step(Case of, string[] word)
    {
        switch (word[0])
        {
            case "roots":
                of.Roots = word[2] == "1" ? Roots.DangerousTest(Blob(word[1])) : Roots.FromBytes(Blob(word[1]));
                of.Memory = new Memory();
                break;
            case "open":
                try
                {
                    of.Bundle = Bundle.Open(Blob(word[1]), of.Roots, of.Memory, At(word[2]));
                }
                catch (SetUpFault fault) when (word[3] == "1" && fault.Code == "setup.from_the_future")
                {
                    of.Bundle = null;
                }
                break;
            case "asked": of.Answer = of.Bundle.OpenAsk(Text(word[1]), At(word[2])); break;
            case "post":
                of.Inspector = new Inspector(of.Bundle, Post.Open(Blob(word[1]), of.Bundle));
                of.Purpose = word[2];
                of.Seed = new EncounterSeed(Enumerable.Repeat(byte.Parse(word[3]), 32).ToArray());
                of.Vehicle = null;
                of.Scan = null;
                of.Frames = null;
                break;
            case "unprompted": of.Ask = of.Inspector.Unprompted(of.Purpose, of.Seed, Only.All); break;
            case "question": of.Ask = of.Inspector.Unprompted(of.Purpose, of.Seed, Only.Question(word[1])); break;
            case "basis": of.Ask = of.Inspector.OnBasis(of.Purpose, of.Seed, Text(word[1])); break;
            case "resume": of.Ask = of.Inspector.Resume(Text(word[1]), Unhex(word[2]), of.Seed); break;
            case "vehicle": of.Vehicle = new Vehicle(word[1]); break;
            case "measure": of.Vehicle.Measure(word[1], ulong.Parse(word[3]), int.Parse(word[2])); break;
            case "with": of.Vehicle.With(word[1]); break;
            case "plate": of.Ask = of.Ask.ForPlate(Text(word[1])); break;
            case "qr": of.Scan = Scan.Qr(Text(word[1])); break;
            case "frame": of.Scan = Scan.Frame(Unhex(word[1])); break;
            case "codes": of.Frames = new Frames(); break;
            case "code": of.Frames.Push(Text(word[1])); break;
            case "store": of.Store = new Store(); break;
            case "fails": of.Store.Fails = true; break;
            case "see":
                if (of.Vehicle != null) of.Ask = of.Ask.ForVehicle(of.Vehicle);
                See(of, At(word[1]));
                break;
            case "still":
                if (of.Seen is Report before && before.Showing is byte[] showing)
                {
                    of.Ask = of.Ask.StillThisPerson(showing);
                    See(of, At(word[1]));
                }
                break;
            default: throw new InvalidOperationException(word[0]);
        }
    }

    private static void Main(string[] arguments)
    {
        folder = arguments[0];
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
        Case of = null;
        string id = null, line;
        var over = false;
        while ((line = Console.In.ReadLine()) != null)
        {
            var word = line.Split(' ');
            if (word[0] == "case")
            {
                (of, id, over) = (new Case(), Text(word[1]), false);
            }
            else if (word[0] == "end")
            {
                output.WriteLine(id + "\t" + of.Answer);
            }
            else if (!over)
            {
                try
                {
                    Step(of, word);
                }
                catch (DoichieuFault fault) when (fault is SetUpFault || fault is AskFault)
                {
                    (of.Answer, over) = (fault.Code, true);
                }
            }
        }
        output.Flush();
    }
}
