package dev.orderwright.access.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Show;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The security log, which is kept in English, and what a browser calls itself, in words people understand. */
final class SecurityWords {

    /** First match wins: Edge and Opera also say Chrome, Chrome also says Safari, Android also says Linux. */
    private static final List<String[]> BROWSERS = List.of(
            new String[] {"Edg", "Edge"},
            new String[] {"OPR", "Opera"},
            new String[] {"Firefox", "Firefox"},
            new String[] {"Chrome", "Chrome"},
            new String[] {"Safari", "Safari"});

    private static final List<String[]> SYSTEMS = List.of(
            new String[] {"Android", "Android"},
            new String[] {"iPhone", "iPhone"},
            new String[] {"iPad", "iPad"},
            new String[] {"Windows", "Windows"},
            new String[] {"Mac OS", "macOS"},
            new String[] {"Linux", "Linux"});

    private static final Pattern OTHERS = Pattern.compile("(\\d+) other sessions");

    private SecurityWords() {}

    /** {@code signed-in} becomes {@code signed in}. */
    static String event(String kind) {
        String key = "access.Event." + kind.toUpperCase(Locale.ROOT).replace('-', '_');
        return Texts.has(key) ? t(key) : kind.replace('-', ' ');
    }

    static String actor(String code) {
        return switch (code) {
            case "nobody" -> t("access.events.nobody");
            case "system:first-start" -> t("access.events.firstStart");
            default -> Show.actor(code);
        };
    }

    static String detail(String kind, String detail) {
        Matcher others = OTHERS.matcher(detail);
        if (others.matches()) {
            return t("access.events.otherSessions", others.group(1));
        }
        return switch (kind) {
            case "signed-in" -> device(detail);
            case "user-created" ->
                detail.equals("first administrator") ? t("access.events.firstAdministrator") : detail;
            default -> detail;
        };
    }

    /** {@code Firefox on Linux}, as far as the name of the program tells. */
    static String device(String agent) {
        String browser = first(BROWSERS, agent);
        String system = first(SYSTEMS, agent);
        if (browser.isEmpty()) {
            return system.isEmpty() ? t("access.devices.anotherProgram") : t("access.devices.browserOn", system);
        }
        return system.isEmpty() ? browser : t("access.devices.on", browser, system);
    }

    private static String first(List<String[]> known, String agent) {
        return known.stream()
                .filter(pair -> agent.contains(pair[0]))
                .map(pair -> pair[1])
                .findFirst()
                .orElse("");
    }
}
