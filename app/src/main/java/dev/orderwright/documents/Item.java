package dev.orderwright.documents;

/** What a line is about; an empty note is not printed, an empty SKU stands for a service or a charge. */
public record Item(String sku, String description, String note) {}
