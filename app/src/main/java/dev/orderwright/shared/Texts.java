package dev.orderwright.shared;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words that people read, in the language of who reads. Every text has a key that begins with its module, and
 * stands in {@code messages/<module>_<language>.properties}:
 *
 * <pre>
 * orders.list.found={0} {0|order|orders} found by {1}
 * </pre>
 *
 * {@code {0}} is the first value as it is, so numbers are given as they are to be shown; {@code {0|order|orders}} is the
 * word that goes with that number.
 */
public final class Texts {

    private static final String ROOT = "dev.orderwright.";
    private static final ScopedValue<Language> READER = ScopedValue.newInstance();

    private Texts() {}

    /** The language of who reads what is made just now; English where nobody said. */
    public static Language language() {
        return READER.orElse(Language.ENGLISH);
    }

    /** Does something for a reader of this language. */
    public static <T extends @Nullable Object, X extends Throwable> T in(
            Language language, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(READER, language).call(work);
    }

    /** The text under a key, with its values put in; the key itself where there is no such text, so that it shows. */
    public static String t(String key, @Nullable Object... values) {
        return put(template(key), values);
    }

    private static String template(String key) {
        String text = language().own(key);
        if (text == null) {
            text = Language.ENGLISH.own(key);
        }
        return text == null ? key : text;
    }

    /** Whether there is a text under a key. */
    public static boolean has(String key) {
        return Language.ENGLISH.own(key) != null;
    }

    /** All keys that begin like this. */
    public static List<String> keys(String beginning) {
        return Language.ENGLISH.keys(beginning);
    }

    /**
     * What people call a value of an enum: the text under {@code <module>.<Enum>.<VALUE>} (of a
     * nested one: {@code <Outer><Enum>}), or its name in words where
     * nothing better is known.
     */
    public static String of(Enum<?> value) {
        Class<?> type = value.getDeclaringClass();
        String module = type.getPackageName().substring(ROOT.length()).split("\\.", 2)[0];
        String name =
                type.getName().substring(type.getPackageName().length() + 1).replace("$", "");
        String key = module + "." + name + "." + value.name();
        return has(key) ? t(key) : words(value.name());
    }

    /** {@code ON_HOLD} becomes {@code On hold}. */
    private static String words(String constant) {
        String words = constant.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String put(String template, @Nullable Object... values) {
        if (template.indexOf('{') < 0) {
            return template;
        }
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', done)) {
            int close = template.indexOf('}', open);
            text.append(template, done, open).append(value(template.substring(open + 1, close), values));
            done = close + 1;
        }
        return text.append(template, done, template.length()).toString();
    }

    private static String value(String hole, @Nullable Object... values) {
        String[] words = hole.split("\\|", -1);
        int no = Integer.parseInt(words[0]);
        Object value = no < values.length ? values[no] : null;
        if (words.length > 1) {
            boolean one = value instanceof Number number ? number.longValue() == 1 : "1".equals(value);
            return words[one ? 1 : words.length - 1];
        }
        return String.valueOf(value == null ? "" : value);
    }
}
