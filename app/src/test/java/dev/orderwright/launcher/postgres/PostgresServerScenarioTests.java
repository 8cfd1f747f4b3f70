package dev.orderwright.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerScenarioTests {

    @TempDir
    private Path folder;

    @Test
    void itKeepsEveryCommitAndOnlyTheProgramComesIn() throws Exception {
        try (OwnServer own = OwnServer.on(folder)) {
            for (String name : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(own.text("show " + name)).as(name).isEqualTo("on");
            }
            assertThat(own.text("show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(own.text(
                            "select datlocprovider::text || datlocale from pg_database where datname = 'orderwright'"))
                    .isEqualTo("bC.UTF-8");
            assertThat(own.text("select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls from pg_roles"
                            + " where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(own.text("select pg_get_userbyid(datdba) from pg_database where datname = 'orderwright'"))
                    .isEqualTo(own.server.login().user());
            assertThatThrownBy(() -> new DatabaseLogin(
                                    PostgresHome.url(own.server.port(), "postgres"),
                                    own.server.login().user(),
                                    own.server.login().password())
                            .connect())
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> new DatabaseLogin(own.server.login().url(), "postgres", "postgres").connect())
                    .hasMessageContaining("password authentication failed");
            assertThatNobodyElseReaches(own.server.port());
        }
        for (String secret : List.of("postgres.password", "database.password")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            folder.resolve("secrets").resolve(secret))))
                    .isEqualTo("rw-------");
        }
    }

    private static void assertThatNobodyElseReaches(int port) throws IOException {
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : network.inetAddresses().toList()) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, port).close()).isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void itStopsCleanlyAndFindsEverythingAgain() throws Exception {
        try (OwnServer own = OwnServer.onEmpty(folder)) {
            own.execute("create table kept (id bigint primary key)");
            own.execute("insert into kept values (1)");
            assertThat(own.progress).anyMatch(line -> line.startsWith("Creating the database"));
        }
        assertThat(Files.readString(folder.resolve("log").resolve("postgres.log")))
                .contains("database system is shut down");
        try (OwnServer own = OwnServer.on(folder)) {
            assertThat(own.text("select count(*) from kept")).isEqualTo("1");
            assertThat(own.progress).isEmpty();
        }
        assertThat(Files.readString(folder.resolve("log").resolve("postgres.log")))
                .doesNotContain("not properly shut down");
    }

    @Test
    void anotherServerOnThePortIsNeverTakenForOurs() throws Exception {
        try (OwnServer own = OwnServer.on(folder.resolve("one"));
                FolderLock second = FolderLock.take(folder.resolve("two")).orElseThrow()) {
            PostgresHome home = new PostgresHome(second.folder());
            Files.createDirectories(home.folder().resolve("secrets"));
            Files.copy(new PostgresHome(folder.resolve("one")).superuserPassword(), home.superuserPassword());
            new Cluster(home, TestPostgres.programs(), ServerAccount.choose()).ensure(line -> {});
            ServerStart start = new ServerStart(
                    home, TestPostgres.programs(), ServerAccount.choose(), PostgresSettings.sized(256, 8), line -> {});

            assertThatThrownBy(() -> start.onPort(own.server.port()))
                    .isInstanceOf(PostgresTrouble.class)
                    .hasMessageContaining("could not bind");
            try (Connection other = OwnServer.superuser(folder.resolve("one"), own.server.port())
                    .connect()) {
                assertThatThrownBy(() -> ServerIdentity.require(other, home, PostgresSettings.sized(256, 8)))
                        .isInstanceOf(PostgresTrouble.class)
                        .hasMessageContaining("Nothing was changed in it");
            }
        }
    }

    @Test
    void settingsThatCouldLoseDataAreNoticedAfterTheStart() throws Exception {
        try (OwnServer own = OwnServer.on(folder);
                Connection superuser =
                        OwnServer.superuser(folder, own.server.port()).connect()) {
            PostgresHome home = new PostgresHome(folder.toRealPath());
            PostgresSettings wanted = PostgresSettings.sized(256, 8);
            ServerIdentity.require(superuser, home, wanted);

            superuser.createStatement().execute("set synchronous_commit = off");

            assertThatThrownBy(() -> ServerIdentity.require(superuser, home, wanted))
                    .isInstanceOf(PostgresTrouble.class)
                    .hasMessageContaining("synchronous_commit = off");
        }
    }

    @Test
    void aStalePidFileOfALivingStrangerOrADeadProcessDoesNotStopIt() throws Exception {
        OwnServer.on(folder).close();
        // It dies under a parent that does not ask for it any more: a shell would still have done so.
        Process parentOfTheDead = new ProcessBuilder("sh", "-c", "sleep 1 & echo $!; exec sleep 60").start();
        try {
            long dead = Long.parseLong(parentOfTheDead.inputReader().readLine());
            awaitZombie(dead);
            for (long pid : List.of(ProcessHandle.current().pid(), dead, 999_999_999L)) {
                Files.writeString(
                        new PostgresHome(folder).postmasterPid(),
                        pid + "\n" + folder.resolve("pgdata") + "\n1767225600\n5432\n\n127.0.0.1\n 1 1\nready\n");
                OwnServer.on(folder).close();
            }
        } finally {
            parentOfTheDead.destroyForcibly();
        }
    }

    private static void awaitZombie(long pid) {
        while (Signals.runs(pid)) {
            Pause.of(Duration.ofMillis(5));
        }
        assertThat(ProcessHandle.of(pid))
                .as("the dead process keeps its number")
                .isPresent();
    }

    @Test
    void itIsStartedAgainWhenItDies() throws Exception {
        try (OwnServer own = OwnServer.on(folder)) {
            own.execute("create table kept (id bigint primary key)");
            own.execute("insert into kept values (1)");
            long killed = own.server.pid();

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            await(own, PostgresServer.State.RESTARTING);
            assertThat(own.server.trouble()).isPresent();
            await(own, PostgresServer.State.RUNNING);

            assertThat(own.server.pid()).isNotEqualTo(killed);
            assertThat(own.server.trouble()).isEmpty();
            assertThat(own.text("select count(*) from kept")).isEqualTo("1");
        }
    }

    private static void await(OwnServer own, PostgresServer.State state) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (own.server.state() != state) {
            assertThat(System.nanoTime()).as("still waiting for %s", state).isLessThan(end);
            Pause.of(Duration.ofMillis(1));
        }
    }

    @Test
    void lostOrWrongPasswordFilesAreMended() throws Exception {
        try (OwnServer own = OwnServer.on(folder)) {
            own.execute("create table kept (id bigint primary key)");
        }
        Files.delete(folder.resolve("secrets").resolve("postgres.password"));
        Files.writeString(folder.resolve("secrets").resolve("database.password"), "from another folder\n");
        try (OwnServer own = OwnServer.on(folder)) {
            assertThat(own.text("select count(*) from kept")).isEqualTo("0");
            assertThat(own.server.login().password()).isEqualTo("from another folder");
        }
    }

    @Test
    void dataOfAnotherReleaseAndForeignFilesAreLeftAlone() throws Exception {
        Path data = Files.createDirectories(folder.resolve("pgdata"));
        Path note = Files.writeString(data.resolve("note.txt"), "mine");
        assertThatThrownBy(() -> OwnServer.on(folder))
                .isInstanceOf(PostgresTrouble.class)
                .hasMessageContaining("no PostgreSQL data");

        Files.writeString(data.resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> OwnServer.on(folder))
                .isInstanceOf(PostgresTrouble.class)
                .hasMessageContaining("made by PostgreSQL 17")
                .hasMessageContaining("brings PostgreSQL 18");
        assertThat(note).hasContent("mine");
    }

    @Test
    void aFirstStartThatWasKilledInTheMiddleBeginsAnew() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("pgdata.new")).resolve("PG_VERSION"), "18\n");
        try (OwnServer own = OwnServer.on(folder)) {
            assertThat(own.text("select 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("pgdata.new")).doesNotExist();
    }

    @Test
    void rootWithoutUserNamespacesRunsItAsAnOrdinaryAccount() throws Exception {
        assumeTrue(ServerAccount.choose().filesOwner() == 0, "only root can try this");
        Path inaccessible = Files.createDirectory(
                folder.resolve("rootsown"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        OwnServer.on(inaccessible).close();
        ServerAccount ordinary = ServerAccount.ordinary();
        try (OwnServer own = OwnServer.on(inaccessible, ordinary)) {
            assertThat(ordinary.filesOwner()).isPositive();
            assertThat(Files.getAttribute(Path.of("/proc", String.valueOf(own.server.pid())), "unix:uid"))
                    .isEqualTo(ordinary.filesOwner());
            own.execute("create table kept (id bigint primary key)");
        }
        try (OwnServer own = OwnServer.on(inaccessible)) {
            assertThat(own.text("select count(*) from kept")).isEqualTo("0");
        }
    }

    @Test
    void ctrlCInTheTerminalDoesNotReachIt() throws Exception {
        try (OwnServer own = OwnServer.on(folder)) {
            String stat = Files.readString(Path.of("/proc", String.valueOf(own.server.pid()), "stat"));
            String processGroup = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[2];
            assertThat(processGroup).isEqualTo(String.valueOf(own.server.pid()));
        }
    }

    @Test
    void aFolderWithBlanksAndALongPathWorks() throws SQLException {
        Path deep = folder.resolve("Order desk data").resolve("a".repeat(60)).resolve("b".repeat(60));
        try (OwnServer own = OwnServer.on(deep)) {
            assertThat(own.text("select 1")).isEqualTo("1");
        }
    }
}
