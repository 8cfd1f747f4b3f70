package dev.orderwright.bench.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sends signals to processes that this harness has started. */
final class Processes {

    private Processes() {}

    static void kill(long... pids) {
        signal("-KILL", pids);
    }

    static void terminate(long... pids) {
        signal("-TERM", pids);
    }

    static void pause(long... pids) {
        signal("-STOP", pids);
    }

    static void goOn(long... pids) {
        signal("-CONT", pids);
    }

    /** A process and those it has started, itself first: nothing new comes from one that is stopped. */
    static long[] withChildren(long pid) {
        List<Long> all = new ArrayList<>(List.of(pid));
        all.addAll(children(pid));
        return all.stream().mapToLong(Long::longValue).toArray();
    }

    static List<Long> children(long pid) {
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(pid).map(ProcessHandle::children).orElse(Stream.empty())) {
            return children.map(ProcessHandle::pid).toList();
        }
    }

    /** One that ends in this moment is no trouble. */
    private static void signal(String signal, long... pids) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        for (long pid : pids) {
            command.add(Long.toString(pid));
        }
        run(command);
    }

    /** Whether the command said that it went well. */
    static boolean run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
