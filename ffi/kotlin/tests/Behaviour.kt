// What a Kotlin app relies on beyond the vectors: values that end, nothing that prints them, a memory stored before anything
// is shown, codes of what is thrown, the host's own key and store.

import com.google.gson.JsonObject
import com.google.gson.JsonParser
import java.io.File
import java.nio.file.Files
import java.time.Instant
import kotlin.system.exitProcess
import vn.doichieu.Answer
import vn.doichieu.Bundle
import vn.doichieu.Declared
import vn.doichieu.DoichieuException
import vn.doichieu.Encounter
import vn.doichieu.EncounterSeed
import vn.doichieu.FileMemory
import vn.doichieu.HostException
import vn.doichieu.Inspector
import vn.doichieu.Keeper
import vn.doichieu.Kind
import vn.doichieu.Look
import vn.doichieu.Matched
import vn.doichieu.Memory
import vn.doichieu.MemoryStore
import vn.doichieu.Only
import vn.doichieu.Paper
import vn.doichieu.Picked
import vn.doichieu.Post
import vn.doichieu.PostSigner
import vn.doichieu.Purpose
import vn.doichieu.Roots
import vn.doichieu.Scan
import vn.doichieu.Scene
import vn.doichieu.Seen
import vn.doichieu.Verdict
import vn.doichieu.Wants
import vn.doichieu.pick
import vn.doichieu.stableCode
import vn.doichieu.use
import vn.doichieu.sample.drawn
import vn.doichieu.sample.screenOf

private class Desk(folder: File, case: String) {
    private val of: JsonObject = JsonParser.parseString(File(folder, "${case.substringBefore(":")}.json").readText()).asJsonArray
        .map { it.asJsonObject }.first { it["id"].asString == case.substringAfter(":") }
    private val blob = { name: String -> File(folder, "blobs/${of[name].asString}.bin").readBytes() }
    val roots = Roots.dangerousTest(blob("roots"))
    val lists = blob("bundle")
    val now: Instant = Instant.ofEpochSecond(of["at"].asLong)
    val purpose = Purpose.entries[of["purpose"].asInt - 1]
    val text: String = of["scan"].asString
    val bundle = Bundle.open(lists, roots, Memory(), now)
    val inspector = Inspector(bundle, Post.open(blob("post"), bundle))

    fun seed(of: Int) = EncounterSeed(ByteArray(32) { of.toByte() })

    fun ask(seed: Int) = inspector.unprompted(purpose, seed(seed), Only.All)

    fun inspect() = inspector.inspect(Scan.qr(text), ask(1), Memory(), now) as Seen.Report
}

private var checks = 0

private fun check(holds: Boolean, says: () -> String) {
    checks += 1
    if (!holds) {
        println("Kotlin behaviour: does not hold: ${says()}")
        exitProcess(1)
    }
}

private fun code(work: () -> Unit): String? = try {
    work()
    null
} catch (fault: DoichieuException) {
    fault.stableCode
}

private fun values(desk: Desk) {
    val seen = desk.inspect()
    val proven = seen.papers.filterIsInstance<Paper.Proven>().first()
    val shown = (proven.release.at(desk.now) as Look.Values).shown
    val entries = shown.entries()
    check(entries.isNotEmpty()) { "a proven paper shows fields" }
    val words = entries.map { it.text.vi }.filter { it.length > 3 }
    val printed = listOf(seen, proven, shown, entries, shown.answer(entries.first().name), proven.release, entries.map { it.value }).joinToString()
    check(words.none { it in printed }) { "toString() prints a value" }
    check(words.none { it in seen.report.json() }) { "the report's JSON has a value" }
    check(shown.answer(entries.first().name) is Answer.Shown) { "a field that is shown" }
    check(code { shown.answer("no_such_field") } == "argument.field") { "a field that is none" }
    val later = desk.now.plusSeconds(3 * 86_400)
    check(proven.release.at(later) is Look.Ended) { "values end" }
    check(proven.release.at(desk.now) is Look.Ended) { "once ended, ended" }
    check(shown.entries().isEmpty() && shown.answer(entries.first().name) is Answer.Ended) { "and what was kept of it" }
    check(proven.release.matches(Declared(name = "X"), desk.now) is Matched.Ended) { "nor is anything compared" }
    seen.use { }

    val closed = desk.inspect()
    val release = closed.papers.filterIsInstance<Paper.Proven>().first().release
    val kept = (release.at(desk.now) as Look.Values).shown
    release.end()
    check(kept.entries().isEmpty()) { "end() ends" }
    val another = desk.inspect()
    val open = (another.papers.filterIsInstance<Paper.Proven>().first().release.at(desk.now) as Look.Values)
    check(open.shown.entries().isNotEmpty()) { "another inspection has its own" }
    another.destroy()
    check(another.report.let { runCatching { it.json() } }.isFailure) { "a closed report answers nothing" }
}

private fun faults(desk: Desk) {
    val none = runCatching { Roots.fromBytes(desk.lists) }.exceptionOrNull()
    check(none is DoichieuException.SetUp && none.vi != none.en && none.code.startsWith("setup.")) { "lists in the place of roots" }
    check(code { Memory.fromBytes(byteArrayOf(1, 2, 3)) } == "setup.memory_malformed") { "bytes that are no memory" }
    check(code { EncounterSeed(ByteArray(31)) } == "argument.encounter") { "a seed of 31 bytes" }
    check(code { desk.inspector.inspect(Scan.qr(desk.text), desk.ask(1), Memory(), Instant.ofEpochSecond(-1)) } == "argument.time") { "1969" }
    check(code { desk.inspector.inspect(Scan.qr(desk.text), desk.ask(1), Memory(), Instant.MAX) } == "argument.time") { "the end of time" }
    val wants = Wants(desk.purpose, Only.Fields(emptyMap()))
    check(code { desk.inspector.ask(wants, ByteArray(32), desk.seed(1), desk.now) } == "argument.only") { "nothing means nothing" }
    val empty = Wants(desk.purpose, Only.Fields(mapOf(Kind.IDENTITY to emptyList())))
    check(code { desk.inspector.ask(empty, ByteArray(32), desk.seed(1), desk.now) } == "argument.only") { "no field of a kind" }
    val signer = object : PostSigner {
        override fun sign(toBeSigned: ByteArray) = ByteArray(64)
    }
    val all = Wants(desk.purpose, Only.All)
    check(code { desk.inspector.challenge(all, ByteArray(32), desk.seed(1), desk.now, signer) } == "ask.not_signed") { "another key" }
    val broken = object : PostSigner {
        override fun sign(toBeSigned: ByteArray): ByteArray = throw IllegalStateException("PIN 1234")
    }
    val refused = runCatching { desk.inspector.challenge(all, ByteArray(32), desk.seed(1), desk.now, broken) }.exceptionOrNull()
    check("1234" !in "$refused" && (refused as DoichieuException).stableCode == "host.signer") { "the host's own words stay there" }
    val draft = desk.inspector.ask(all, ByteArray(32), desk.seed(1), desk.now)
    code { draft.seal(ByteArray(64)) }
    check(code { draft.seal(ByteArray(64)) } == "argument.freed") { "a draft is sealed once" }
    check(pick(listOf("x", desk.text)).let { it is Picked.Ours && desk.text !in it.toString() }) { "one of ours" }
    check((desk.inspector.inspect(Scan.qr("hello"), desk.ask(1), Memory(), desk.now) as Seen.Unreadable).code == "scan.not_ours") { "no code of ours" }
}

private fun memory(desk: Desk) {
    val file = File(Files.createTempDirectory("doichieu").toFile(), "memory.dcm")
    val inspect = { seed: Int -> Keeper(FileMemory(file)).inspect(desk.inspector, Scan.qr(desk.text), desk.ask(seed), desk.now) as Seen.Report }
    val first = (1..8).toList().parallelStream().map { inspect(it).report.consumed() }.toList()
    check(first.count { it } == 1) { "of eight encounters at once one is the first: $first" }
    check(Memory.fromBytes(file.readBytes()).showings() > 0uL) { "it is stored" }
    file.writeBytes(file.readBytes().copyOf(40))
    check(code { inspect(9) }!!.startsWith("setup.memory_")) { "a torn memory is told" }
    val lost = object : MemoryStore {
        var ended = 0
        override fun begin(): ByteArray? = null
        override fun store(memory: ByteArray): Unit = throw HostException.Failed()
        override fun end() { ended += 1 }
    }
    check(code { Keeper(lost).inspect(desk.inspector, Scan.qr(desk.text), desk.ask(1), desk.now) } == "host.memory") { "not stored, not shown" }
    check(lost.ended == 1) { "the turn is given back" }
    file.parentFile.deleteRecursively()
}

private fun encounter(desk: Desk) {
    val seen = desk.inspect()
    val encounter = Encounter(desk.inspector, desk.purpose, desk.seed(1))
    encounter.add(seen.report)
    check(code { encounter.add(seen.report) } == "argument.report") { "a report is added once" }
    val release = seen.papers.filterIsInstance<Paper.Proven>().first().release
    check(release.at(desk.now) is Look.Values) { "it stays readable where it is held" }
    val judged = encounter.judge(Scene(), desk.now)
    check(judged.papers.none { it.ended } && judged.json.startsWith("{")) { "judged" }
    release.close()
    check(encounter.judge(Scene(), desk.now).papers.any { it.ended }) { "closed, its values are gone" }
    val other = Encounter(desk.inspector, desk.purpose, desk.seed(2))
    check(code { other.add(desk.inspect().report) } == "encounter.other_encounter") { "of another encounter" }
}

private fun screen(desk: Desk) {
    desk.inspect().use { seen ->
        val screen = screenOf(seen, desk.inspector, desk.now)
        val drawn = drawn(screen)
        check(screen.test && drawn.startsWith("*** TEST ***")) { "TEST" }
        check(screen.papers.any { it.fields.isNotEmpty() } && screen.until != null) { "fields, until" }
        val value = screen.papers.flatMap { it.fields }.first { !it.behindPress }.value.vi
        check(value in drawn && value !in "$screen") { "drawn, and not printed by chance" }
    }
}

/** Argument: tests/vectors. */
fun main(args: Array<String>) {
    val folder = File(args[0])
    val desk = Desk(folder, "papers:N164/good")
    check(desk.inspect().report.verdict() == Verdict.ACCEPT) { "a good set" }
    values(desk)
    faults(desk)
    memory(desk)
    encounter(desk)
    screen(desk)
    println("Kotlin behaviour: $checks checks, all hold")
}
