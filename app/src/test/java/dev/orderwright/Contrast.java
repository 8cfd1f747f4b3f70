package dev.orderwright;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Objects;

/** Texts that do not stand out from their ground, by what WCAG 2.2 AA asks: 4.5, or 3 for large ones. */
public final class Contrast {

    private static final String LOOK = """
            () => {
                const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
                const light = new Map();
                const luminance = (colours) => {
                    const key = colours.join();
                    if (!light.has(key)) {
                        canvas.fillStyle = '#fff';
                        canvas.fillRect(0, 0, 1, 1);
                        for (const colour of colours) {
                            canvas.fillStyle = colour;
                            canvas.fillRect(0, 0, 1, 1);
                        }
                        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(value => value / 255)
                            .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
                        light.set(key, 0.2126 * r + 0.7152 * g + 0.0722 * b);
                    }
                    return light.get(key);
                };
                const layers = (element) => {
                    const found = [];
                    for (let each = element; each; each = each.parentElement) {
                        const colour = getComputedStyle(each).backgroundColor;
                        if (colour !== 'rgba(0, 0, 0, 0)') {
                            found.unshift(colour);
                        }
                    }
                    return found;
                };
                const pale = [];
                const look = (text, style, ground) => {
                    const a = luminance(ground);
                    const b = luminance([...ground, style.color]);
                    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                    const size = parseFloat(style.fontSize);
                    const large = size >= 24 || size >= 18.66 && style.fontWeight >= 700;
                    if (contrast < (large ? 3 : 4.5)) {
                        pale.push(`pale: ${text}: ${contrast.toFixed(2)}`);
                    }
                };
                const isSeen = (element) => !element.closest('script, style, [disabled], .hidden-text')
                    && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
                const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                    const text = walker.currentNode.data.trim();
                    const element = walker.currentNode.parentElement;
                    if (text && isSeen(element)) {
                        look(text, getComputedStyle(element), layers(element));
                    }
                }
                for (const field of document.querySelectorAll('input, textarea, select')) {
                    if (isSeen(field)) {
                        look(field.value, getComputedStyle(field), layers(field));
                        if (field.placeholder) {
                            look(field.placeholder, getComputedStyle(field, '::placeholder'), layers(field));
                        }
                    }
                }
                return pale.slice(0, 5);
            }
            """;

    private Contrast() {}

    /** Of a page as it is shown now. */
    @SuppressWarnings("unchecked")
    public static List<String> paleTexts(Page page) {
        return (List<String>) Objects.requireNonNull(page.evaluate(LOOK));
    }
}
