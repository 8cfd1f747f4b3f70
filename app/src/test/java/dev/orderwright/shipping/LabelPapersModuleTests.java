package dev.orderwright.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.documents.Document;
import dev.orderwright.shipping.Dock.Picked;
import dev.orderwright.shipping.PackResult.Packed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelPapersModuleTests {

    private final Dock dock = new Dock(World.shared());
    private final LabelPapers papers = World.shared().bean(LabelPapers.class);

    @Test
    void aLabelIsPrintedAsOftenAsWantedAndIsTheSameEachTime() {
        Picked picked = dock.picked(1);
        Packed packed = dock.pack(picked, 1);
        assertThat(papers.pdf(packed.packageId())).isEmpty();
        Packed labelled = dock.label(packed.packageId());

        Document pdf = papers.pdf(packed.packageId()).orElseThrow();
        Document zpl = papers.zpl(packed.packageId()).orElseThrow();

        assertThat(new String(pdf.content(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(new String(zpl.content(), StandardCharsets.US_ASCII))
                .startsWith("^XA")
                .contains(labelled.trackingNumber());
        assertThat(papers.pdf(packed.packageId()).orElseThrow().content()).isEqualTo(pdf.content());
    }

    @Test
    void aVoidedLabelIsNotPrintedAnyMore() {
        Packed labelled = dock.labelled(dock.picked(1), 1);
        dock.shipping
                .voidLabels(dock.shop.cause(), List.of(labelled.packageId()))
                .orThrow();
        assertThat(papers.pdf(labelled.packageId())).isEmpty();
        assertThat(papers.zpl(labelled.packageId())).isEmpty();
    }

    @Test
    void weightIsWrittenInKilograms() {
        assertThat(LabelPapers.weight(870)).isEqualTo("0.87 kg");
        assertThat(LabelPapers.weight(12_000)).isEqualTo("12 kg");
    }
}
