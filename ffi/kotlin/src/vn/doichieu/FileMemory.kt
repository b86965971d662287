package vn.doichieu

import java.io.File
import java.io.IOException
import java.nio.channels.FileChannel
import java.nio.channels.FileLock
import java.nio.file.Files
import java.nio.file.StandardCopyOption.ATOMIC_MOVE
import java.nio.file.StandardCopyOption.REPLACE_EXISTING
import java.nio.file.StandardOpenOption.CREATE
import java.nio.file.StandardOpenOption.READ
import java.nio.file.StandardOpenOption.WRITE
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.Semaphore

/**
 * A memory in one file, for a [Keeper]: one writer at a time over all processes, by a lock on a file beside it, and never
 * half written: a crash leaves the old bytes or the new ones.
 *
 * Whoever else writes the file must take the same lock. A file that is not there is a memory of nothing; where one is lost,
 * put `Memory().withGap(now)` in its place, so that codes of before refer.
 */
class FileMemory(private val file: File) : MemoryStore {
    private val beside = File(file.absoluteFile.parentFile, ".${file.name}.lock")
    private val turn = TURNS.computeIfAbsent(beside.canonicalPath) { Semaphore(1, true) }
    private var channel: FileChannel? = null
    private var lock: FileLock? = null

    override fun begin(): ByteArray? {
        turn.acquireUninterruptibly()
        try {
            val opened = FileChannel.open(beside.toPath(), CREATE, WRITE)
            channel = opened
            lock = opened.lock()
            return if (file.exists()) file.readBytes() else null
        } catch (_: IOException) {
            // The engine gives back only a turn that was taken.
            end()
            throw HostException.Failed()
        }
    }

    override fun store(memory: ByteArray) {
        val next = File(beside.parentFile, ".${file.name}.new")
        try {
            FileChannel.open(next.toPath(), CREATE, WRITE).use { out ->
                out.truncate(0)
                val bytes = java.nio.ByteBuffer.wrap(memory)
                while (bytes.hasRemaining()) out.write(bytes)
                out.force(true)
            }
            Files.move(next.toPath(), file.toPath(), ATOMIC_MOVE, REPLACE_EXISTING)
            // The name is on the disk only once its folder is. Some systems open no folder: then there is nothing to do.
            runCatching { FileChannel.open(beside.parentFile.toPath(), READ).use { it.force(true) } }
        } catch (_: IOException) {
            throw HostException.Failed()
        }
    }

    override fun end() {
        runCatching { lock?.release() }
        runCatching { channel?.close() }
        lock = null
        channel = null
        turn.release()
    }

    private companion object {
        /** A lock on a file is one of the whole process: within it, one turn for each file. */
        val TURNS = ConcurrentHashMap<String, Semaphore>()
    }
}
