package dev.orderwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwright.launcher.Command.Source;
import dev.orderwright.launcher.Command.Through;
import dev.orderwright.launcher.Command.Topic;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandParserRulesTests {

    private static final Path USER = Path.of("/home/desk");
    private static final Path DEFAULT_DATA = USER.resolve(".orderwright");

    private static Command parse(String... words) {
        return new CommandParser(USER).parse(Arrays.asList(words));
    }

    @Test
    void startTakesItsDefaultsAndEveryOption() {
        assertThat(parse("start")).isEqualTo(new Command.Start(8080, DEFAULT_DATA, true, Optional.empty()));
        assertThat(parse("start", "--port", "9000", "--data", "/srv/ow", "--empty"))
                .isEqualTo(new Command.Start(9000, Path.of("/srv/ow"), false, Optional.empty()));
        assertThat(parse("start", "--db=jdbc:postgresql://db/ow", "--port=0"))
                .isEqualTo(new Command.Start(0, DEFAULT_DATA, true, Optional.of("jdbc:postgresql://db/ow")));
    }

    @Test
    void aRelativeDataFolderIsTakenFromWhereTheCommandIsCalled() {
        assertThat(parse("start", "--data", "here"))
                .isEqualTo(new Command.Start(8080, Path.of("here").toAbsolutePath(), true, Optional.empty()));
    }

    @Test
    void importTakesItsDefaultsAndEveryOption() {
        Path file = Path.of("/data/retail.csv.gz");
        assertThat(parse("import", "retail", "/data/retail.csv.gz"))
                .isEqualTo(new Command.ImportRetail(
                        file, new Source.DataFolder(DEFAULT_DATA), Through.PLACED, false, Optional.empty()));
        assertThat(parse(
                        "import",
                        "--through",
                        "paid",
                        "retail",
                        "--dry-run",
                        "/data/retail.csv.gz",
                        "--server",
                        "http://oms.example.com/",
                        "--report",
                        "/tmp/report.json"))
                .isEqualTo(new Command.ImportRetail(
                        file,
                        new Source.Server("http://oms.example.com"),
                        Through.PAID,
                        true,
                        Optional.of(Path.of("/tmp/report.json"))));
    }

    @Test
    void aFileNamedLikeAnOptionStandsBehindTwoDashes() {
        assertThat(parse("import", "retail", "--", "--odd.csv"))
                .isEqualTo(new Command.ImportRetail(
                        Path.of("--odd.csv").toAbsolutePath(),
                        new Source.DataFolder(DEFAULT_DATA),
                        Through.PLACED,
                        false,
                        Optional.empty()));
    }

    @Test
    void checkWorksOnAFolderOrOnADatabase() {
        assertThat(parse("check")).isEqualTo(new Command.Check(new Source.DataFolder(DEFAULT_DATA), false));
        assertThat(parse("check", "--data", "/srv/ow", "--json"))
                .isEqualTo(new Command.Check(new Source.DataFolder(Path.of("/srv/ow")), true));
        assertThat(parse("check", "--db", "jdbc:postgresql:ow"))
                .isEqualTo(new Command.Check(new Source.Database("jdbc:postgresql:ow"), false));
    }

    @Test
    void everyCommandHelps() {
        assertThat(parse()).isEqualTo(new Command.Help(Topic.ALL));
        assertThat(parse("help")).isEqualTo(new Command.Help(Topic.ALL));
        assertThat(parse("help", "check")).isEqualTo(new Command.Help(Topic.CHECK));
        assertThat(parse("start", "--port", "nonsense", "--help")).isEqualTo(new Command.Help(Topic.START));
        assertThat(parse("import", "-h")).isEqualTo(new Command.Help(Topic.IMPORT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    begin                                     | there is no command "begin"
                    start now                                 | do not know what to do with "now"
                    start --port                              | --port needs a value
                    start --port --empty                      | --port needs a value
                    start --port=                             | --port needs a value
                    start --port 80800                        | "80800" is no port
                    start --port eighty                       | "eighty" is no port
                    start --port 1 --port 2                   | --port is given twice
                    start --prot 1                            | there is no option --prot
                    start --empty=yes                         | there is no option --empty
                    start --db mysql://db/ow                  | --db takes the address of a PostgreSQL database
                    import                                    | what to import is missing
                    import wholesale file.csv                 | what to import is missing
                    import retail                             | the file is missing
                    import retail one.csv two.csv             | do not know what to do with "two.csv"
                    import retail one.csv --through shipped   | --through takes placed or paid, not "shipped"
                    import retail one.csv --server ow:80      | --server takes the address of a running Orderwright
                    import retail a --data d --server http://o | --data and --server do not go together
                    check --data d --db jdbc:postgresql:ow    | --data and --db do not go together
                    check books                               | do not know what to do with "books"
                    """)
    void whatMakesNoSenseIsToldInWords(String line, String message) {
        assertThatThrownBy(() -> parse(line.split(" ", -1)))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining(message);
    }
}
