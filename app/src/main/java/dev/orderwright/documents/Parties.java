package dev.orderwright.documents;

/** Who sells, who pays and who receives. */
public record Parties(Seller seller, Party billTo, Party shipTo) {}
