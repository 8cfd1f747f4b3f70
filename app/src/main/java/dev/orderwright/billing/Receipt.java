package dev.orderwright.billing;

/**
 * Money that came in past the payment providers, for one invoice.
 *
 * @param invoice its number
 * @param reference what the bank statement says
 */
public record Receipt(String invoice, long amountMinor, String currency, String reference) {}
