package dev.orderwright.documents;

/** A finished document: what to call its file, what it is, and its bytes. */
@SuppressWarnings("ArrayRecordComponent") // The bytes go to a response as they are; documents are not compared.
public record Document(String fileName, String mediaType, byte[] content) {

    static final String PDF = "application/pdf";
    static final String ZPL = "application/zpl";

    private static final int NAME_LENGTH_MAX = 80;

    /** Names the file after the kind and the number of the document, in characters that every file system takes. */
    static String fileName(String kind, String number, String extension) {
        String safe = number.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        String name = safe.isEmpty() ? kind : kind + "-" + safe;
        return name.substring(0, Math.min(name.length(), NAME_LENGTH_MAX)) + "." + extension;
    }
}
