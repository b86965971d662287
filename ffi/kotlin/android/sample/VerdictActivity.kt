package vn.doichieu.sample

import android.app.Activity
import android.os.Bundle
import android.os.Handler
import android.os.Looper
import android.view.WindowManager
import android.widget.TextView
import java.time.Instant

/**
 * Shows one verdict, and nothing once its time is over or the app leaves the front. Not compiled in this repository, which has
 * no Android SDK: read it beside Screen.kt and Handheld.kt, which are.
 */
class VerdictActivity : Activity() {
    private val end = Handler(Looper.getMainLooper())
    private lateinit var view: TextView

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        // No screenshot, no picture among the recent apps.
        window.setFlags(WindowManager.LayoutParams.FLAG_SECURE, WindowManager.LayoutParams.FLAG_SECURE)
        view = TextView(this)
        setContentView(view)
        val screen = Verdicts.take() ?: return finish()
        view.text = drawn(screen)
        val until = screen.until ?: return
        end.postDelayed(::finish, (until.toEpochMilli() - Instant.now().toEpochMilli()).coerceAtLeast(0))
    }

    override fun onStop() {
        super.onStop()
        end.removeCallbacksAndMessages(null)
        view.text = ""
        Verdicts.end()
        finish()
    }
}

/** Hands one screen from the scanner to the activity, in memory alone: never in an Intent, which the system writes down. */
object Verdicts {
    private var screen: Screen? = null
    private var seen: vn.doichieu.Seen? = null

    fun put(of: Screen, from: vn.doichieu.Seen) {
        end()
        screen = of
        seen = from
    }

    fun take(): Screen? = screen.also { screen = null }

    /** The person has gone: the engine wipes the values. */
    fun end() {
        screen = null
        seen?.destroy()
        seen = null
    }
}
