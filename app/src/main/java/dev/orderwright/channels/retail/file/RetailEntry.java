package dev.orderwright.channels.retail.file;

import dev.orderwright.shared.Refusal;

/** What one row of a retail file gives: a row that can be read, or one that is refused with its reason. */
public sealed interface RetailEntry permits RetailRow, RetailEntry.Refused {

    /** The line of the file on which the row begins; the header is line 1. */
    long lineNumber();

    /**
     * A row that can't be read. It is reported and never guessed at.
     *
     * @param refusal the code is stable, the field is the name of the column
     * @param text the beginning of the line as it stands in the file, for the person who has to mend it
     */
    record Refused(long lineNumber, Refusal refusal, String text) implements RetailEntry {}
}
