package dev.orderwright.shared;

/**
 * Why something was not done, in words for a person and a stable code for a program.
 *
 * @param code stable, lower case with dashes ({@code unknown-sku})
 * @param field the input it is about ({@code lines[2].quantity}), empty when it is about the whole
 * @param reason a sentence that says what is wrong and what would be right
 */
public record Refusal(String code, String field, String reason) {

    public static Refusal of(String code, String reason) {
        return new Refusal(code, "", reason);
    }

    public static Refusal of(String code, String field, String reason) {
        return new Refusal(code, field, reason);
    }

    /** The same, when its field begins with a name that the facade knows and the caller does not. */
    public Refusal renamed(String facadeName, String requestName) {
        return field.startsWith(facadeName + "[")
                ? new Refusal(code, requestName + field.substring(facadeName.length()), reason)
                : this;
    }
}
