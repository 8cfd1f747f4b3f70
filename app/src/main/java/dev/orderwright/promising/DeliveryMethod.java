package dev.orderwright.promising;

/** How fast it travels. */
public enum DeliveryMethod {
    STANDARD,
    EXPRESS;

    /** The method of that name; what is unknown travels as {@link #STANDARD}. */
    public static DeliveryMethod of(String name) {
        return EXPRESS.name().equalsIgnoreCase(name.strip()) ? EXPRESS : STANDARD;
    }
}
