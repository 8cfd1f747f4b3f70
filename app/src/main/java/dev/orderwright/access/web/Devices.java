package dev.orderwright.access.web;

import java.util.List;

/** What a browser calls itself, in two words people understand. */
final class Devices {

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

    private Devices() {}

    static String describe(String agent) {
        String browser = first(BROWSERS, agent);
        String system = first(SYSTEMS, agent);
        if (browser.isEmpty()) {
            return system.isEmpty() ? "Another program" : "A browser on " + system;
        }
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private static String first(List<String[]> known, String agent) {
        return known.stream()
                .filter(pair -> agent.contains(pair[0]))
                .map(pair -> pair[1])
                .findFirst()
                .orElse("");
    }
}
