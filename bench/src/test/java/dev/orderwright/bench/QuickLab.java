package dev.orderwright.bench;

import dev.orderwright.bench.Result.Bar;
import dev.orderwright.bench.Result.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Measures too shortly to tell anything but that it is measured. */
final class QuickLab {

    private static final List<String> QUICKLY = List.of(
            "--warm-up",
            "0",
            "--runs",
            "1",
            "--seconds",
            "0.3",
            "--orders",
            "2000",
            "--java",
            "-XX:TieredStopAtLevel=1");

    private QuickLab() {}

    static Lab open(Path folder) {
        Path home = Path.of("..").toAbsolutePath().normalize();
        Options quick = Options.parse(home, QUICKLY);
        return new Lab(quick, Subject.start(home, folder, Optional.empty(), Bench.javaOptions(quick)), said -> {});
    }

    static List<String> barred(Result result) {
        return result.bars().stream().map(Bar::figure).toList();
    }

    static Table table(Result result, String name) {
        return result.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
