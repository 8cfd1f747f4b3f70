package dev.orderwright.channels;

import dev.orderwright.World;
import dev.orderwright.shared.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures an import on the real database. Run it from the test class path with the file and {@code placed} or
 * {@code paid} as arguments.
 */
final class ImportBench {

    private ImportBench() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Through through = Through.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        try (World world = World.fresh()) {
            for (int round = 0; round < 2; round++) {
                long begun = System.nanoTime();
                ImportJob job = importFile(world, file, new ImportWish("retail", through, false));
                System.out.printf(
                        Locale.ROOT,
                        "%s in %.1f s; processor seconds so far: program %.1f, database %.1f%n",
                        job.state(),
                        (System.nanoTime() - begun) / 1e9,
                        seconds(Stream.of(ProcessHandle.current())),
                        seconds(ProcessHandle.current().descendants()));
                System.out.println(job.report() + job.problem());
            }
        }
        System.exit(0);
    }

    /** What counts on a machine that is busy with other things. */
    private static double seconds(Stream<ProcessHandle> processes) {
        return processes
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(duration -> duration.toMillis() / 1e3)
                .sum();
    }

    static ImportJob importFile(World world, Path file, ImportWish wish) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            ImportJob job = world.bean(Imports.class)
                    .accept(Actor.user("tester"), wish, content)
                    .orThrow();
            world.bean(ImportWork.class).round();
            return world.bean(Imports.class).find(job.id()).orElseThrow();
        }
    }
}
