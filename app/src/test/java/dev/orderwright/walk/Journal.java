package dev.orderwright.walk;

import java.util.ArrayList;
import java.util.List;

/** What has been done, in words, for whoever looks for what went wrong. */
final class Journal {

    private final List<String> steps = new ArrayList<>();
    private String deed = "";
    private final List<String> notes = new ArrayList<>();

    void begin(String next) {
        deed = next;
        notes.clear();
    }

    String deed() {
        return deed;
    }

    void note(String what) {
        notes.add(what);
    }

    void note(Course course) {
        if (course.isStruck()) {
            notes.add(course.toString());
        }
    }

    void end(Object came) {
        steps.add(deed + (notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")") + ": " + came);
    }

    int size() {
        return steps.size();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            text.append("%4d  %s%n".formatted(i + 1, steps.get(i)));
        }
        return text.toString();
    }
}
