package dev.orderwright.shared;

import java.util.Locale;

/**
 * Who did it: a person, a program over the API, or the system itself.
 *
 * @param name login, client name, or the name of the automatic process
 */
public record Actor(Kind kind, String name) {

    /** What stands behind an action. */
    public enum Kind {
        /** A person who is signed in. */
        USER,
        /** Another program with an API key. */
        CLIENT,
        /** An automatic process of the product. */
        SYSTEM
    }

    public static Actor system(String name) {
        return new Actor(Kind.SYSTEM, name);
    }

    public static Actor user(String login) {
        return new Actor(Kind.USER, login);
    }

    public static Actor client(String name) {
        return new Actor(Kind.CLIENT, name);
    }

    /** Reads what {@link #code} wrote. */
    public static Actor of(String code) {
        int colon = code.indexOf(':');
        return new Actor(Kind.valueOf(code.substring(0, colon).toUpperCase(Locale.ROOT)), code.substring(colon + 1));
    }

    /** One word for columns: {@code user:ann}. */
    public String code() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
    }
}
