package dev.orderwright.shared.web;

import dev.orderwright.shared.ui.Flash;
import org.jspecify.annotations.Nullable;

/** Go to another address of the console (after a change: the page that shows it), with a message that is shown once. */
public record Redirect(String url, @Nullable Flash flash) implements Screen {

    public Redirect {
        if (!isLocal(url)) {
            throw new IllegalArgumentException("not an address of this program: " + url);
        }
    }

    public static Redirect to(String url) {
        return new Redirect(url, null);
    }

    public static Redirect to(String url, Flash flash) {
        return new Redirect(url, flash);
    }

    /** Goes where a scan has led to, and says why. */
    public static Redirect to(ScanAnswer led) {
        return new Redirect(led.url(), led.text().isEmpty() ? null : Flash.done(led.text()));
    }

    /** Whether an address stays in this program; anything else would let a link send people elsewhere. */
    public static boolean isLocal(String url) {
        return url.startsWith("/")
                && !url.startsWith("//")
                && url.indexOf('\\') < 0
                && url.chars().noneMatch(c -> c < ' ' || c == 0x7f);
    }
}
