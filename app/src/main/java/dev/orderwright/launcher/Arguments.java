package dev.orderwright.launcher;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words behind a command, sorted into options with a value, switches, and the rest. */
record Arguments(Command.Topic topic, Map<String, String> values, Set<String> switches, List<String> words) {

    /** Takes {@code --name value} and {@code --name=value}; everything behind {@code --} is a plain word. */
    static Arguments of(Command.Topic topic, List<String> line, Set<String> valued, Set<String> switchable) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> switches = new HashSet<>();
        List<String> words = new ArrayList<>();
        Deque<String> rest = new ArrayDeque<>(line);
        while (!rest.isEmpty()) {
            String word = rest.pop();
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (word.equals("--")) {
                words.addAll(rest);
                rest.clear();
            } else if (!word.startsWith("-") || word.equals("-")) {
                words.add(word);
            } else if (valued.contains(name)) {
                String value = equals >= 0 ? word.substring(equals + 1) : next(topic, name, rest);
                if (values.put(name, value) != null) {
                    throw new Misuse(topic, name + " is given twice");
                }
            } else if (switchable.contains(word)) {
                switches.add(word);
            } else {
                throw new Misuse(topic, "there is no option " + name);
            }
        }
        return new Arguments(topic, values, switches, words);
    }

    private static String next(Command.Topic topic, String name, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw new Misuse(topic, name + " needs a value behind it");
        }
        return rest.pop();
    }

    Optional<String> value(String name) {
        Optional<String> value = Optional.ofNullable(values.get(name));
        if (value.isPresent() && value.get().isBlank()) {
            throw new Misuse(topic, name + " needs a value behind it");
        }
        return value;
    }

    boolean has(String name) {
        return switches.contains(name);
    }

    void requireNoWords() {
        if (!words.isEmpty()) {
            throw new Misuse(topic, "do not know what to do with \"" + words.getFirst() + "\"");
        }
    }

    void requireNotBoth(String one, String other) {
        if (values.containsKey(one) && values.containsKey(other)) {
            throw new Misuse(topic, one + " and " + other + " do not go together");
        }
    }
}
