package dev.orderwright;

import dev.orderwright.shared.MarkedLanguage;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds words on a page in {@link MarkedLanguage} that do not come from the files of words. Data are no words of the
 * product: what the markup says is in another language ({@code lang}) or in none ({@code translate="no"}, code), numbers,
 * addresses and units, and what stands in the database.
 */
public final class StrayWords {

    private static final Pattern PIECE = Pattern.compile(
            "<!--.*?-->|<(/?)([a-zA-Z][\\w-]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>|<![^>]*>", Pattern.DOTALL);
    private static final Pattern SPOKEN = Pattern.compile(
            "\\b(title|aria-label|aria-description|placeholder|alt|label|data-label|data-say[\\w-]*)=\"([^\"]*)\"");
    private static final Pattern OTHER_LANGUAGE =
            Pattern.compile("translate=\"no\"|\\blang=\"|class=\"(?:[^\"]* )?mono\\b");
    private static final Set<String> EMPTY = Set.of(
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "source",
            "wbr",
            "path",
            "circle",
            "rect",
            "line",
            "polyline",
            "use");
    private static final Set<String> CODES = Set.of("script", "style", "code", "kbd", "samp");

    private static final Pattern MARKED = Pattern.compile("⟦[^⟧]*⟧");
    /** Sizes and times, numbers of things, addresses of mail and pages, what a program calls something. */
    private static final Pattern CODE =
            Pattern.compile("[\\d.,]+ ?(?:ms|min|kg|kB|MB|GB|TB)\\b|\\S*[\\d@/]\\S*|ORDERWRIGHT_\\w+");

    private static final Pattern WORD = Pattern.compile("\\p{L}*\\p{Ll}\\p{L}*\\p{L}|\\p{L}\\p{Ll}+|\\p{Lu}+_\\p{Lu}+");

    private final List<Pattern> data;
    private final Map<String, Boolean> known = new HashMap<>();

    /** @param data what stands in the database, longer than a letter */
    public StrayWords(Collection<String> data) {
        this.data = new HashSet<>(data)
                .stream()
                        .filter(name -> name.length() > 1)
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(name -> Pattern.compile("(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})"))
                        .toList();
    }

    /** @param left how many elements of this kind have to be closed before the language is again what it was */
    private record Part(String tag, int left, boolean silent) {}

    /** Each once, as it stands on the page with what stands around it. */
    public Set<String> of(String page) {
        Set<String> strays = new TreeSet<>();
        Deque<Part> parts = new ArrayDeque<>();
        int done = 0;
        Matcher piece = PIECE.matcher(page);
        while (piece.find()) {
            look(page.substring(done, piece.start()), "", isSilent(parts), strays);
            done = piece.end();
            String tag = piece.group(2);
            if (tag == null) {
                continue;
            }
            String attributes = piece.group(3);
            boolean opens = piece.group(1).isEmpty();
            boolean ends = EMPTY.contains(tag) || attributes.endsWith("/");
            boolean silent = opens ? becomesSilent(tag, attributes, isSilent(parts)) : isSilent(parts);
            if (opens) {
                SPOKEN.matcher(attributes)
                        .results()
                        .forEach(spoken -> look(spoken.group(2), spoken.group(1) + ": ", silent, strays));
            }
            if (!ends) {
                follow(parts, tag, opens, silent);
            }
        }
        look(page.substring(done), "", isSilent(parts), strays);
        return strays;
    }

    private static boolean isSilent(Deque<Part> parts) {
        return !parts.isEmpty() && parts.element().silent();
    }

    private static boolean becomesSilent(String tag, String attributes, boolean silent) {
        if (silent) {
            return !attributes.contains("translate=\"yes\"");
        }
        return CODES.contains(tag)
                || !tag.equals("html") && OTHER_LANGUAGE.matcher(attributes).find();
    }

    private static void follow(Deque<Part> parts, String tag, boolean opens, boolean silent) {
        if (opens && silent != isSilent(parts)) {
            parts.push(new Part(tag, 1, silent));
        } else if (!parts.isEmpty() && parts.element().tag().equals(tag)) {
            Part inner = parts.pop();
            int left = inner.left() + (opens ? 1 : -1);
            if (left > 0) {
                parts.push(new Part(tag, left, inner.silent()));
            }
        }
    }

    private void look(String text, String where, boolean silent, Set<String> strays) {
        if (!silent && !text.isBlank() && known.computeIfAbsent(text, this::isStray)) {
            strays.add(where + plain(text).strip().replaceAll("\\s+", " "));
        }
    }

    private boolean isStray(String text) {
        String rest = MARKED.matcher(plain(text)).replaceAll("\n");
        if (!speaks(rest)) {
            return false;
        }
        for (Pattern name : data) {
            rest = name.matcher(rest).replaceAll(" ");
        }
        return speaks(rest);
    }

    private static boolean speaks(String text) {
        return WORD.matcher(CODE.matcher(text).replaceAll(" ")).find();
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }
}
