// Every case of tests/vectors/, to the byte: what this build of the engine answers.

import com.google.gson.JsonArray
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import java.io.File
import java.time.Instant
import kotlin.system.exitProcess
import vn.doichieu.Ask
import vn.doichieu.AskOpened
import vn.doichieu.Bundle
import vn.doichieu.DoichieuException
import vn.doichieu.EncounterSeed
import vn.doichieu.Frames
import vn.doichieu.Inspector
import vn.doichieu.Measure
import vn.doichieu.Memory
import vn.doichieu.Only
import vn.doichieu.Post
import vn.doichieu.Purpose
import vn.doichieu.Roots
import vn.doichieu.Scan
import vn.doichieu.Seen
import vn.doichieu.SeenStore
import vn.doichieu.StoreAnswer
import vn.doichieu.Towed
import vn.doichieu.Vehicle
import vn.doichieu.openAsk
import vn.doichieu.questions

/** Set-up does not turn on the time: a clock that no list is ahead of. */
private const val LATE = 0x1_FFFF_FFFFL

private fun JsonObject.text(name: String): String? = get(name)?.asString

private fun at(seconds: Long): Instant = Instant.ofEpochSecond(seconds)

private fun bytes(hex: String) = ByteArray(hex.length / 2) { hex.substring(2 * it, 2 * it + 2).toInt(16).toByte() }

/** The store that all inspections of a case go by. */
private class Store : SeenStore {
    val kept = HashMap<String, ByteArray>()
    var fails = false

    override fun keep(key: ByteArray, showing: ByteArray, until: Instant): StoreAnswer {
        if (fails) error("a store that does not answer")
        val before = kept.putIfAbsent(key.joinToString(), showing) ?: return StoreAnswer.Fresh
        return StoreAnswer.Seen(before)
    }
}

/** What a case goes by. */
private class Kept(val memory: Memory, val store: Store?)

private class Vectors(private val folder: File) {
    private val blobs = HashMap<String, ByteArray>()

    private fun blob(name: String) = blobs.getOrPut(name) { File(folder, "blobs/$name.bin").readBytes() }

    fun answer(of: JsonObject): String =
        try {
            answered(of)
        } catch (fault: DoichieuException) {
            when (fault) {
                is DoichieuException.SetUp -> fault.code
                is DoichieuException.Ask -> fault.code
                else -> throw fault
            }
        }

    private fun answered(of: JsonObject): String {
        val chain = blob(of["roots"].asString)
        val roots = if (of["testRoot"].asBoolean) Roots.dangerousTest(chain) else Roots.fromBytes(chain)
        val memory = Memory()
        val times = of["openedAt"]?.asJsonArray?.map { it.asLong }?.iterator()
        val open = { name: String -> Bundle.open(blob(name), roots, memory, at(times?.next() ?: LATE)) }
        for (before in of["bundlesBefore"]?.asJsonArray ?: JsonArray()) {
            try {
                open(before.asString)
            } catch (fault: DoichieuException.SetUp) {
                if (fault.code != "setup.from_the_future") throw fault
            }
        }
        val bundle = open(of["bundle"].asString)
        of.text("ask")?.let { text ->
            return when (val opened = openAsk(text, bundle, at(of["at"].asLong))) {
                is AskOpened.Genuine -> "genuine"
                is AskOpened.Refused -> opened.code
            }
        }
        val kept = Kept(memory, of.text("store")?.let { Store() })
        for (before in of["before"]?.asJsonArray ?: JsonArray()) see(before.asJsonObject, bundle, kept)
        kept.store?.fails = of.text("store") == "fails"
        return see(of, bundle, kept)
    }

    private fun see(of: JsonObject, bundle: Bundle, kept: Kept): String {
        val inspector = Inspector(bundle, Post.open(blob(of["post"].asString), bundle))
        val seed = EncounterSeed(ByteArray(32) { (of["encounter"]?.asInt ?: 0).toByte() })
        var ask = asked(inspector, seed, of)
        of.text("vehicle")?.let { ask = ask.forVehicle(vehicle(it)) }
        of.text("plate")?.let { ask = ask.forPlate(it) }
        val scan = scanned(of) ?: return "frames"
        val seen = inspect(inspector, scan, ask, kept, at(of["at"].asLong))
        val again = of["stillThisPerson"]?.asBoolean == true
        val showing = (seen as? Seen.Report)?.report?.showing()
        if (!again || showing == null) return told(seen)
        return told(inspect(inspector, scan, ask.stillThisPerson(showing), kept, at(of["at"].asLong)))
    }

    private fun told(seen: Seen) = when (seen) {
        is Seen.Report -> seen.report.json()
        is Seen.Unreadable -> seen.log
    }

    private fun inspect(inspector: Inspector, scan: Scan, ask: Ask, kept: Kept, at: Instant) =
        if (kept.store == null) inspector.inspect(scan, ask, kept.memory, at)
        else inspector.inspectShared(scan, ask, kept.memory, at, kept.store)

    private fun asked(inspector: Inspector, seed: EncounterSeed, of: JsonObject): Ask {
        val purpose = Purpose.entries[of["purpose"].asInt - 1]
        of["question"]?.let { return inspector.unprompted(purpose, seed, Only.Question(question(it.asInt))) }
        of.text("basis")?.let { return inspector.onBasis(purpose, seed, it) }
        val challenge = of["challenge"]?.asJsonObject ?: return inspector.unprompted(purpose, seed, Only.All)
        return inspector.resume(challenge["text"].asString, bytes(challenge["secret"].asString), seed)
    }

    /** By number, as the files write them: this vehicle, or a class. */
    private fun question(number: Int) = questions()[if (number == 1) 0 else number - 10].name

    private fun scanned(of: JsonObject): Scan? {
        of.text("scan")?.let { return Scan.qr(it) }
        of.text("frame")?.let { return Scan.frame(bytes(it)) }
        val frames = Frames()
        for (code in of["codes"].asJsonArray) frames.push(code.asString)
        return frames.scan()
    }

    /** `truck:kg=20000,trailer=900,manual` as the files write a vehicle. */
    private fun vehicle(text: String): Vehicle {
        val (kind, measures) = (text.split(":") + "").take(2)
        var vehicle = Vehicle(kind)
        for (part in measures.split(",").filter { it.isNotEmpty() }) {
            val (name, value) = (part.split("=") + "").take(2)
            val of = measure(value)
            vehicle = when (name) {
                "cc" -> vehicle.copy(displacementCc = of)
                "w" -> vehicle.copy(powerW = of)
                "seats" -> vehicle.copy(seats = of)
                "kg" -> vehicle.copy(grossMassKg = of)
                "payload" -> vehicle.copy(payloadKg = of)
                "unladen" -> vehicle.copy(unladenMassKg = of)
                "like" -> vehicle.copy(seatsOfLike = of)
                "trailer" -> vehicle.copy(towed = Towed.Trailer(of))
                "semi_trailer" -> vehicle.copy(towed = Towed.SemiTrailer)
                "carriage" -> vehicle.copy(towed = Towed.Carriage)
                "manual", "automatic" -> vehicle.copy(gear = name)
                else -> error("$text: no such measure")
            }
        }
        return vehicle
    }

    private fun measure(value: String): Measure? {
        val number = { text: String -> text.toULong() }
        return when {
            value.isEmpty() -> null
            value.startsWith("max") -> Measure.AtMost(number(value.removePrefix("max")))
            value.startsWith("over") -> Measure.Above(number(value.removePrefix("over")))
            else -> Measure.Exactly(number(value))
        }
    }
}

/** Arguments: tests/vectors, and the file with the native answers. */
fun main(args: Array<String>) {
    val folder = File(args[0])
    val files = folder.listFiles { file -> file.name.endsWith(".json") }!!.map { it.name to it } +
        File(folder, "live").listFiles()!!.map { "live/${it.name}" to it }
    // In the order of the native run: by name, those of `live` among the others.
    val vectors = Vectors(folder)
    val answers = files.sortedBy { it.first }.flatMap { (_, file) ->
        JsonParser.parseString(file.readText()).asJsonArray.map { it.asJsonObject }.map { "${it["id"].asString}\t${vectors.answer(it)}" }
    }
    val native = File(args[1]).readLines()
    val differ = answers.zip(native).filter { (ours, theirs) -> ours != theirs }.map { it.second.substringBefore("\t") }
    if (differ.isNotEmpty() || answers.size != native.size) {
        println("Kotlin: ${answers.size} cases, ${native.size} native; otherwise than natively: ${differ.take(10)} (${differ.size})")
        answers.zip(native).firstOrNull { (ours, theirs) -> ours != theirs }?.let { println("${it.first.take(600)}\n${it.second.take(600)}") }
        exitProcess(1)
    }
    println("Kotlin: ${answers.size} cases, all as native")
}
