package vn.doichieu.sample

import java.io.File
import java.security.SecureRandom
import java.time.Instant
import kotlin.system.exitProcess
import vn.doichieu.DoichieuException
import vn.doichieu.EncounterSeed
import vn.doichieu.FileMemory
import vn.doichieu.Inspector
import vn.doichieu.Keeper
import vn.doichieu.Only
import vn.doichieu.Post
import vn.doichieu.Roots
import vn.doichieu.Scan
import vn.doichieu.said
import vn.doichieu.stableCode
import vn.doichieu.use

/**
 * A handheld on a console: one line of standard input is one scanned code, and each is a stop of its own.
 *
 *     handheld ROOTS LISTS MANDATE MEMORY [AT]
 *
 * `AT`: seconds since 1970, for a demonstration; left out, the clock's.
 */
fun main(args: Array<String>) {
    if (args.size !in 4..5) {
        System.err.println("handheld ROOTS LISTS MANDATE MEMORY [AT]")
        exitProcess(64)
    }
    val clock = { args.getOrNull(4)?.let { Instant.ofEpochSecond(it.toLong()) } ?: Instant.now() }
    try {
        val keeper = Keeper(FileMemory(File(args[3])))
        val roots = Roots.dangerousTest(File(args[0]).readBytes())
        val bundle = keeper.openBundle(File(args[1]).readBytes(), roots, clock())
        val inspector = Inspector(bundle, Post.open(File(args[2]).readBytes(), bundle))
        generateSequence(::readLine).filter { it.isNotEmpty() }.forEach { stop(inspector, keeper, Input.Code(it), clock()) }
    } catch (fault: DoichieuException) {
        System.err.println("${fault.stableCode}: ${fault.said.vi} · ${fault.said.en}")
        exitProcess(65)
    }
}

private fun stop(inspector: Inspector, keeper: Keeper, input: Input, now: Instant) {
    val seed = EncounterSeed(ByteArray(32).also(SecureRandom()::nextBytes))
    val ask = inspector.unprompted(inspector.purposes().first(), seed, Only.All)
    val scan = when (input) {
        is Input.Code -> Scan.qr(input.text)
    }
    // Stored before it is shown; closed when the person goes: then no value is left.
    keeper.inspect(inspector, scan, ask, now).use { seen -> print(drawn(screenOf(seen, inspector, now))) }
}

/** Vietnamese first, English beside it. */
fun drawn(screen: Screen): String = buildString {
    if (screen.test) appendLine("*** TEST ***")
    appendLine("${screen.headline.vi} · ${screen.headline.en}")
    lines(screen.lines, "  ")
    for (card in screen.papers) {
        appendLine("- ${card.kind ?: "?"}: ${card.headline.vi} · ${card.headline.en}")
        for (row in card.fields) {
            val value = if (row.behindPress) "[bấm để xem · press to see]" else row.value.vi
            appendLine("    ${row.label.vi}: $value")
        }
        lines(card.lines, "    ")
    }
    appendLine()
}

private fun StringBuilder.lines(of: List<Screen.Line>, indent: String) {
    for (line in of) {
        for ((text, step) in listOf(line.text.vi to line.step.vi, line.text.en to line.step.en)) {
            appendLine("$indent$text")
            if (step.isNotEmpty()) appendLine("$indent  → $step")
        }
    }
}
