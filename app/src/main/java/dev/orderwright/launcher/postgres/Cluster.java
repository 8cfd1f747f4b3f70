package dev.orderwright.launcher.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data of the server: made once, whole or not at all, and recognised at each later start. */
final class Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final Duration INITIALISE_LIMIT = Duration.ofMinutes(5);
    private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(10);

    private final PostgresHome home;
    private final PostgresPrograms programs;
    private final ServerAccount account;

    Cluster(PostgresHome home, PostgresPrograms programs, ServerAccount account) {
        this.home = home;
        this.programs = programs;
        this.account = account;
    }

    void ensure(Consumer<String> progress) {
        Optional<String> version = home.dataVersion();
        if (version.isEmpty()) {
            requireEmpty();
            progress.accept("Creating the database in " + home.folder());
            initialise();
        } else if (!version.get().equals(programs.line())) {
            throw new PostgresTrouble("The data in " + home.data() + " was made by PostgreSQL " + version.get()
                    + ", and this Orderwright brings PostgreSQL " + programs.line()
                    + ". Start it with the Orderwright release that made it, or choose another folder with --data.");
        }
        account.own(home.data());
    }

    private void requireEmpty() {
        Path data = home.data();
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> entries = Files.list(data)) {
            if (entries.findAny().isPresent()) {
                throw new PostgresTrouble("The folder " + data + " holds files, but no PostgreSQL data. Move them away,"
                        + " restore the folder from a backup, or choose another folder with --data.");
            }
            Files.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + data, e);
        }
    }

    /** Under another name first, so that a start that is killed in the middle leaves no half-made data behind. */
    private void initialise() {
        Path fresh = home.folder().resolve("pgdata.new");
        try {
            Folders.delete(fresh);
            PrivateFiles.secret(home.superuserPassword());
            ToolRun initdb = ToolRun.of(account.command(initdb(fresh)), INITIALISE_LIMIT);
            if (!initdb.worked()) {
                throw new PostgresTrouble("PostgreSQL cannot create its data in " + fresh + ":\n" + initdb.output());
            }
            Files.move(fresh, home.data());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + home.data(), e);
        }
    }

    /** The builtin locale sorts the same on every operating system and never changes under an index. */
    private List<String> initdb(Path fresh) {
        return List.of(
                programs.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + PostgresHome.SUPERUSER,
                "--pwfile=" + home.superuserPassword(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
    }

    /** Who can write the files of a stopped server owns its data, so a lost password file need not stop anyone. */
    void resetSuperuserPassword(String password) {
        LOG.warn("The password in {} does not fit the data beside it; setting it anew", home.superuserPassword());
        List<String> single = List.of(
                programs.program("postgres"), "--single", "-D", home.data().toString(), PostgresHome.SUPERUSER);
        ToolRun reset = ToolRun.of(
                account.command(single),
                "alter role " + PostgresHome.SUPERUSER + " password '" + password + "'\n",
                RECOVERY_LIMIT);
        if (!reset.worked() || reset.output().contains("ERROR:")) {
            throw new PostgresTrouble("The password in " + home.superuserPassword()
                    + " does not fit the data beside it,"
                    + " and it cannot be set anew. Restore the folder secrets from your backup.\n" + reset.output());
        }
    }
}
