package io.stile.gate;

import java.util.List;

/**
 * A diagram that came from another tool.
 *
 * @param content  the diagram without what the other tool wrote for itself, to be worked on; null if it could not be read
 * @param dropped  what was taken out, a sentence each
 * @param findings what is wrong with what was left
 */
public record Imported(byte[] content, List<String> dropped, List<Finding> findings) {}
