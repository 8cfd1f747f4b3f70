package dev.orderwright.launcher.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The unpacked PostgreSQL programs for this machine, and their release, such as "18.6". */
record PostgresPrograms(Path folder, String release) {

    private static final Duration VERSION_LIMIT = Duration.ofSeconds(20);
    private static final Pattern RELEASE = Pattern.compile("\\(PostgreSQL\\) (\\d+(?:\\.\\d+)*)");
    private static final int ANY_EXECUTE_BIT = 0111;

    static PostgresPrograms unpack(Path under, Consumer<String> progress) {
        String name = archiveName();
        URL archive = PostgresPrograms.class.getResource("/" + name + ".txz");
        if (archive == null) {
            throw new PostgresTrouble("This build of Orderwright brings no PostgreSQL for this kind of machine (" + name
                    + "). Build it on this machine with ./orderwright, or use a database of your own with --db.");
        }
        try {
            Path folder = under.resolve(name + "-" + fingerprint(archive));
            ToolRun version = version(folder);
            if (!version.worked()) {
                progress.accept("Unpacking PostgreSQL");
                Folders.delete(under);
                Path fresh = under.resolve("unpacking");
                extract(archive, fresh);
                Files.move(fresh, folder);
                version = version(folder);
            }
            return new PostgresPrograms(folder, release(version));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL into " + under, e);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** The release line that decides which data it can read, such as "18". */
    String line() {
        int dot = release.indexOf('.');
        return dot < 0 ? release : release.substring(0, dot);
    }

    private static String archiveName() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
        if (os.startsWith("windows")) {
            return "postgres-windows-" + arch;
        }
        if (os.startsWith("mac")) {
            return "postgres-darwin-" + arch;
        }
        return "postgres-linux-" + arch + (Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "");
    }

    /** Tells one packaged release from another without reading the 15 MB. */
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        return connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(connection.getContentLengthLong());
    }

    private static ToolRun version(Path folder) {
        Path postgres = folder.resolve("bin").resolve("postgres");
        return Files.exists(postgres)
                ? ToolRun.of(List.of(postgres.toString(), "--version"), VERSION_LIMIT)
                : new ToolRun(-1, "not unpacked yet");
    }

    private static String release(ToolRun version) {
        Matcher matcher = RELEASE.matcher(version.output());
        if (!version.worked() || !matcher.find()) {
            throw new PostgresTrouble("The PostgreSQL that Orderwright brings does not run on this machine: "
                    + version.output() + "\nUse a database of your own with --db.");
        }
        return matcher.group(1);
    }

    private static void extract(URL archive, Path target) throws IOException {
        try (InputStream packed = archive.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            Files.createDirectories(target);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, target);
            }
        }
    }

    private static void extract(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("an entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            if ((entry.getMode() & ANY_EXECUTE_BIT) != 0 && !file.toFile().setExecutable(true, false)) {
                throw new IOException("cannot make executable: " + file);
            }
        }
    }
}
