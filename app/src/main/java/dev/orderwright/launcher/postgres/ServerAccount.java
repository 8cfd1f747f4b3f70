package dev.orderwright.launcher.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which account the server runs as. PostgreSQL refuses to run as root; so when we are root it runs in a user namespace
 * of its own (its files stay root's), or, where those are forbidden (many containers), as an ordinary account that may
 * pass the folders above its data.
 */
record ServerAccount(List<String> prefix, int filesOwner) {

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(10);
    private static final List<String> ORDINARY_ACCOUNTS = List.of("postgres", "nobody");

    static ServerAccount choose() {
        if (isWindows()) {
            return new ServerAccount(List.of(), -1);
        }
        int own = (int) new UnixSystem().getUid();
        if (own != 0) {
            return new ServerAccount(List.of(), own);
        }
        if (ToolRun.of(List.of("unshare", "-U", "id", "-un"), PROBE_LIMIT).worked()) {
            return new ServerAccount(List.of("unshare", "-U"), 0);
        }
        return ordinary();
    }

    /** Keeps one right of root's, to pass folders such as /root on the way to its files, and no other. */
    static ServerAccount ordinary() {
        for (String name : ORDINARY_ACCOUNTS) {
            ToolRun user = ToolRun.of(List.of("id", "-u", name), PROBE_LIMIT);
            ToolRun group = ToolRun.of(List.of("id", "-g", name), PROBE_LIMIT);
            List<String> prefix = List.of(
                    "setpriv",
                    "--reuid=" + user.output(),
                    "--regid=" + group.output(),
                    "--clear-groups",
                    "--inh-caps=+dac_override",
                    "--ambient-caps=+dac_override",
                    "--securebits=+no_setuid_fixup");
            if (user.worked()
                    && ToolRun.of(with(prefix, List.of("id", "-un")), PROBE_LIMIT)
                            .worked()) {
                return new ServerAccount(prefix, Integer.parseInt(user.output()));
            }
        }
        throw new PostgresTrouble("""
                PostgreSQL does not run as root, and this machine allows root neither user namespaces nor another \
                account (tried: unshare, setpriv). Start Orderwright as an ordinary user, or use a database of your own \
                with --db.""");
    }

    List<String> command(List<String> command) {
        return with(prefix, command);
    }

    private static List<String> with(List<String> prefix, List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /** Hands the data to the account, in case it was made by another one; only root can. */
    void own(Path data) {
        if (filesOwner < 0 || ownerOf(data) == filesOwner) {
            return;
        }
        if (new UnixSystem().getUid() != 0) {
            throw new PostgresTrouble("The data in " + data + " belongs to another user of this machine (number "
                    + ownerOf(data) + "). Start Orderwright as that user, or choose another folder with --data.");
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", filesOwner, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hand " + data + " to the database server", e);
        }
    }

    private static int ownerOf(Path file) {
        try {
            return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}
