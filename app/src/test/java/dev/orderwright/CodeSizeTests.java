package dev.orderwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the tail short: long files and crowded packages are split, or stand here with their reason. */
class CodeSizeTests {

    private static final int LINES_MAX = 300;
    private static final int FILES_MAX = 25;

    /** Packages with more files, with the reason why they are not nested modules. */
    private static final Map<String, String> CROWDED_PACKAGES = Map.ofEntries(
            Map.entry(
                    "dev/orderwright/shipping",
                    "one package: packed, labelled, handed over and tracked under one lock"),
            Map.entry(
                    "dev/orderwright/shipping/web",
                    "packing table, ship desk, package page, papers and the API of one module"),
            Map.entry("dev/orderwright/fulfilment", "one work: its release, picking and ways back, each step small"),
            Map.entry(
                    "dev/orderwright/billing",
                    "invoices, credits and payments of an order change together under its lock"),
            Map.entry(
                    "dev/orderwright/billing/web",
                    "invoices, credit notes and payments of one module: lists, pages, papers and their API"),
            Map.entry("dev/orderwright/documents", "each paper is a view of its own, printed by one printer"),
            Map.entry(
                    "dev/orderwright/channels/retail", "one file format from its rows to its bookings, in small steps"),
            Map.entry(
                    "dev/orderwright/orders", "orders, slices, holds and cancellations change together under one lock"),
            Map.entry(
                    "dev/orderwright/orders/web",
                    "list, page, intake, quote and papers of orders read the same filters and rows"),
            Map.entry("dev/orderwright/insight", "books, search and flow follow the same facts with the same reader"),
            Map.entry("dev/orderwright/inventory", "one ledger: nodes, stock, bins and supply move together"),
            Map.entry(
                    "dev/orderwright/inventory/web",
                    "stock over HTTP and on screens: forms, pages and API read the same lines"),
            Map.entry("dev/orderwright/promising", "the steps of one pipeline, each small"),
            Map.entry(
                    "dev/orderwright/shared/web",
                    "what every screen stands on: caller, page, panel, form, place of work"),
            Map.entry("dev/orderwright/shared", "the base of all modules: ids, money, runner, facts, work"));

    private static final Path SOURCES = Path.of("src/main/java");

    private static List<Path> files() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noFileIsLongerThanOneCanHoldInMind() {
        Map<String, Long> tooLong = new TreeMap<>();
        for (Path file : files()) {
            long lines = lines(file);
            if (lines > LINES_MAX) {
                tooLong.put(file.toString(), lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void noPackageIsCrowded() {
        Map<String, Long> perPackage = files().stream()
                .collect(Collectors.groupingBy(
                        file -> SOURCES.relativize(file.getParent()).toString(), TreeMap::new, Collectors.counting()));
        perPackage.keySet().removeAll(CROWDED_PACKAGES.keySet());
        assertThat(perPackage)
                .allSatisfy((name, count) ->
                        assertThat(count).as("files in %s", name).isLessThanOrEqualTo(FILES_MAX));
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
