package dev.orderwright.fulfilment.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.documents.Bars;
import dev.orderwright.documents.Document;
import dev.orderwright.documents.Documents;
import dev.orderwright.documents.ScanSheetView;
import dev.orderwright.shared.web.Download;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.ScanCommand;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The sheet of commands that a scanner reads at the pick and pack stations and at the ship desk. */
@Controller
class ScanSheetScreens {

    private static final List<Integer> TIMES = List.of(2, 3, 4, 5, 6, 10, 12, 24);

    private final Documents documents;

    ScanSheetScreens(Documents documents) {
        this.documents = documents;
    }

    /** One barcode of the sheet. */
    private record Entry(String title, String does, String code) {

        static Entry of(ScanCommand command) {
            return new Entry(command.title(), command.does(), command.code());
        }

        static Entry times(int number) {
            return new Entry(
                    t("fulfilment.scanSheet.times", number), ScanCommand.TIMES.does(), ScanCommand.TIMES.code(number));
        }
    }

    /** Barcodes that are used together. */
    private record Group(String title, List<Entry> entries) {

        static Group of(String title, ScanCommand... commands) {
            return new Group(title, Stream.of(commands).map(Entry::of).toList());
        }
    }

    private static List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        groups.add(Group.of(
                t("fulfilment.scanSheet.everywhere"),
                ScanCommand.NEXT,
                ScanCommand.CONFIRM,
                ScanCommand.SKIP,
                ScanCommand.UNDO,
                ScanCommand.BACK,
                ScanCommand.PICK,
                ScanCommand.PACK,
                ScanCommand.SHIP));
        groups.add(Group.of(t("fulfilment.scanSheet.picking"), ScanCommand.NOT_FOUND, ScanCommand.DAMAGED));
        groups.add(Group.of(
                t("fulfilment.scanSheet.packing"), ScanCommand.SEAL, ScanCommand.NEW_BOX, ScanCommand.EXTRA_BOX));
        groups.add(Group.of(
                t("fulfilment.scanSheet.labels"), ScanCommand.REPRINT, ScanCommand.VOID, ScanCommand.HAND_OVER));
        groups.add(new Group(
                t("fulfilment.scanSheet.quantities"),
                TIMES.stream().map(Entry::times).toList()));
        return groups;
    }

    @GetMapping("/scan-commands")
    @Requires({"fulfilment:read", "shipping:read"})
    WebPage page(Who who) {
        List<ScanSheetPage.Group> groups = groups().stream()
                .map(group -> new ScanSheetPage.Group(
                        group.title(),
                        group.entries().stream()
                                .map(entry -> new ScanSheetPage.Entry(
                                        entry.title(), entry.does(), entry.code(), Bars.of(entry.code())))
                                .toList()))
                .toList();
        String paper = who.may("documents:read") ? "/scan-commands.pdf" : "";
        return WebPage.of(
                        "fulfilment/scan-commands.jte",
                        new ScanSheetPage(groups, paper),
                        t("fulfilment.scanSheet.title"))
                .in("pick")
                .crumb(t("fulfilment.walkScreens.pick2"), "/pick");
    }

    @GetMapping("/scan-commands.pdf")
    @Requires("documents:read")
    ResponseEntity<byte[]> paper() {
        List<ScanSheetView.Group> groups = groups().stream()
                .map(group -> new ScanSheetView.Group(
                        group.title(),
                        group.entries().stream()
                                .map(entry -> new ScanSheetView.Entry(entry.code(), entry.title(), entry.does()))
                                .toList()))
                .toList();
        Document sheet = documents.scanSheet(
                new ScanSheetView(t("fulfilment.scanSheet.title"), t("fulfilment.scanSheet.intro"), groups));
        return Download.of(sheet.fileName(), sheet.mediaType(), sheet.content());
    }
}
