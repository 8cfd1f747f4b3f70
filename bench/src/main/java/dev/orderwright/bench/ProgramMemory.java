package dev.orderwright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program has in memory.
 *
 * @param residentMegabytes as it was found
 * @param heapMegabytes what is left of the heap after a collection of all of it
 */
record ProgramMemory(double residentMegabytes, double heapMegabytes) {

    /** A part of the heap; what it consists of is indented, and stands in it already. */
    private static final Pattern USED = Pattern.compile("(?m)^(?!Metaspace)\\S.*\\bused (\\d+)([KMG])");

    private static final int LOOKS = 4;
    private static final double KILOS_PER_MEGA = 1_024;

    /**
     * Looks, collects, and looks at the heap, with the tools of the Java that this runs on. The least of some collections
     * counts: what is worked on in the background at that moment is not what stays.
     */
    static ProgramMemory of(long pid) {
        double resident = Meters.residentMegabytes(pid);
        double heap = Double.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            ask(pid, "GC.run");
            heap = Math.min(heap, usedMegabytes(ask(pid, "GC.heap_info")));
        }
        return new ProgramMemory(resident, heap);
    }

    /** @param told by any of the collectors */
    static double usedMegabytes(String told) {
        Matcher used = USED.matcher(told);
        double sum = 0;
        boolean found = false;
        while (used.find()) {
            found = true;
            double size = Double.parseDouble(used.group(1));
            sum += switch (used.group(2)) {
                case "K" -> size / KILOS_PER_MEGA;
                case "G" -> size * KILOS_PER_MEGA;
                default -> size;
            };
        }
        if (!found) {
            throw new IllegalStateException("the program does not tell its heap: " + told);
        }
        return sum;
    }

    private static String ask(long pid, String command) {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(tool, Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(tool + " " + command + ": " + told);
            }
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask the program for its heap", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
