package dev.orderwright.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes later starts fast: after the first start of a build, a {@link Rehearsal} runs in the background and records what
 * a start needs; the front script hands that recording (the JDK's "AOT cache") to the starts after it. When anything
 * fails, later starts are as slow as the first, and that is all.
 */
final class FastStart implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FastStart.class);
    private static final String WANTED = "orderwright.fast-start";

    private final Class<?> application;
    private final DataHome home;
    private @Nullable Process rehearsal;
    private boolean closed;

    FastStart(Class<?> application, DataHome home) {
        this.application = application;
        this.home = home;
    }

    /** The front script names the file it looks for next time, when there is none yet. */
    void prepare() {
        String wanted = System.getProperty(WANTED);
        if (wanted != null && !wanted.isEmpty()) {
            Thread.ofVirtual().name("fast-start").start(() -> rehearse(Path.of(wanted)));
        }
    }

    private void rehearse(Path wanted) {
        Path recording = wanted.resolveSibling(
                wanted.getFileName() + "." + ProcessHandle.current().pid());
        try {
            if (launch(recording).waitFor() == 0) {
                Files.move(recording, wanted, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(recording);
            Files.deleteIfExists(recording.resolveSibling(recording.getFileName() + ".config"));
        } catch (IOException e) {
            LOG.info("Later starts will not be faster than this one", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Process launch(Path recording) throws IOException {
        if (closed) {
            throw new IOException("the program is being stopped");
        }
        File log = home.log().resolveSibling("fast-start.log").toFile();
        rehearsal = new ProcessBuilder(command(recording))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        return rehearsal;
    }

    /** The same Java with the same options and class path, since a recording fits nothing else. */
    private List<String> command(Path recording) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            command.addAll(List.of("/usr/bin/nice", "-n", "19"));
        }
        command.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-D" + WANTED))
                .forEach(command::add);
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + recording,
                "-cp",
                System.getProperty("java.class.path"),
                Rehearsal.class.getName(),
                application.getName(),
                home.folder().resolve("pgbin").toString()));
        return command;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (rehearsal != null) {
            rehearsal.destroy();
        }
    }
}
