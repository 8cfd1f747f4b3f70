package dev.orderwright.documents;

/** One labelled fact as it is printed, such as "Due date" and "Wed 31 Dec 2025". */
public record Detail(String label, String value) {}
