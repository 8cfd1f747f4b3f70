package dev.orderwright.channels.retail;

import dev.orderwright.channels.retail.file.RetailEntry;
import dev.orderwright.channels.retail.file.RetailFile;
import dev.orderwright.channels.retail.file.RetailRow;
import java.io.IOException;
import java.io.InputStream;

/** Reads a retail file once, from its beginning to its end, and hands out its rows and what its invoices mean. */
final class RetailPass {

    private RetailPass() {}

    /** Takes what a file says, in the order of the file. */
    interface Taker {

        /** A row that can be read, before its invoice is complete. */
        default void row(RetailRow row) {}

        /** A row that can't be read. */
        default void refused(RetailEntry.Refused row) {}

        /** An invoice with all its rows. */
        void invoice(RetailDecision decision);

        /** As many rows of the file have been read. */
        default void read(long rows) {}
    }

    static void read(InputStream content, Taker taker) throws IOException {
        try (RetailFile file = RetailFile.open(content).orThrow()) {
            RetailInvoices invoices = new RetailInvoices(invoice -> taker.invoice(RetailRules.decide(invoice)));
            long rows = 0;
            while (file.hasNext()) {
                switch (file.next()) {
                    case RetailRow row -> {
                        taker.row(row);
                        invoices.add(row);
                    }
                    case RetailEntry.Refused refused -> taker.refused(refused);
                }
                taker.read(++rows);
            }
            invoices.close();
        }
    }
}
