package dev.orderwright.shared.web;

/** How personal details look to those who may not see them: enough to tell two apart, too little to use. */
public final class Masks {

    private static final String HIDDEN = "•••";
    private static final int PHONE_DIGITS_SHOWN = 2;

    private Masks() {}

    /** {@code Anna Berg} becomes {@code A••• B•••}. */
    public static String name(String name) {
        StringBuilder masked = new StringBuilder();
        for (String word : name.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                masked.append(masked.isEmpty() ? "" : " ")
                        .appendCodePoint(word.codePointAt(0))
                        .append(HIDDEN);
            }
        }
        return masked.toString();
    }

    /** {@code anna@example.com} becomes {@code a•••@example.com}. */
    public static String email(String email) {
        int at = email.indexOf('@');
        return at < 1 ? text(email) : email.substring(0, 1) + HIDDEN + email.substring(at);
    }

    /** {@code +44 20 7946 0018} becomes {@code ••• 18}. */
    public static String phone(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.length() <= PHONE_DIGITS_SHOWN
                ? text(phone)
                : HIDDEN + " " + digits.substring(digits.length() - PHONE_DIGITS_SHOWN);
    }

    /** {@code SW1A 1AA} becomes {@code SW•••}. */
    public static String postcode(String postcode) {
        return postcode.length() <= 2 ? text(postcode) : postcode.substring(0, 2) + HIDDEN;
    }

    /** Anything else, for example a street. */
    public static String text(String text) {
        return text.isBlank() ? "" : HIDDEN;
    }
}
