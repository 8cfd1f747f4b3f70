package dev.orderwright.shared.web;

import dev.orderwright.shared.ui.Flash;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around a page shows. Templates that need to know the caller or the address of a static file declare it
 * as {@code shell}.
 *
 * @param who none before sign-in
 * @param csrf the token that proves that a form came from one of our own pages
 * @param menu the sections the caller may open
 * @param address where this page is, to come back to it
 */
public record PageShell(
        WebPage page,
        @Nullable Who who,
        String csrf,
        @Nullable Flash flash,
        List<MenuEntry> menu,
        String address,
        Assets assets,
        Parts parts) {

    /** Draws templates inside of another. */
    @FunctionalInterface
    interface Parts {
        void draw(String template, Map<String, Object> model, TemplateOutput into);
    }

    public PageShell {
        menu = List.copyOf(menu);
    }

    /** What a module adds to a page of another. */
    public Content part(Panel panel) {
        return into -> parts.draw(panel.template(), Map.of("view", panel.view(), "shell", this), into);
    }

    /** The address of a static file, with the fingerprint of this release in it. */
    public String asset(String path) {
        return assets.url(path);
    }

    public boolean may(String permission) {
        return who != null && who.may(permission);
    }

    /** One or two letters for the round picture of the caller. */
    public String initials() {
        if (who == null) {
            return "";
        }
        String[] words = who.displayName().strip().split("\\s+");
        String first = letter(words[0]);
        return words.length == 1 ? first : first + letter(words[words.length - 1]);
    }

    private static String letter(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    /** Whether the caller could be shown personal data, and is not. */
    public boolean hidesPersonalData() {
        return who != null && !who.seesPersonalData() && who.may("personal:reveal");
    }
}
