package dev.orderwright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    /** What the tool says after each collection. */
    private static final String COLLECTED = "Command executed successfully";

    private static final double KILOS_PER_MEGA = 1_024;

    /**
     * Looks, collects, and looks at the heap, with the tools of the Java that this runs on. The least of some collections
     * counts: what is worked on in the background at that moment is not what stays.
     */
    static ProgramMemory of(long pid) {
        double resident = Meters.residentMegabytes(pid);
        double heap = Arrays.stream(ask(pid).split(COLLECTED))
                .skip(1)
                .mapToDouble(ProgramMemory::usedMegabytes)
                .min()
                .orElseThrow(() -> new IllegalStateException("the program does not tell its heap"));
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

    /** All looks with one call of the tool: it is a program of its own, which takes longer to start than to look. */
    private static String ask(long pid) {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Path commands = Files.createTempFile("looks", ".txt");
            try {
                Files.writeString(commands, "GC.run\nGC.heap_info\n".repeat(LOOKS));
                Process process = new ProcessBuilder(tool, Long.toString(pid), "-f", commands.toString())
                        .redirectErrorStream(true)
                        .start();
                String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(tool + " fails: " + told);
                }
                return told;
            } finally {
                Files.deleteIfExists(commands);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask the program for its heap", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
