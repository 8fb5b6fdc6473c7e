package io.stile.studio;

/**
 * A place that names something: whoever renames or removes it must know.
 *
 * @param model     key of the model
 * @param modelName how people call it
 * @param draft     whether it stands so in the draft; otherwise in the newest version
 * @param path      the file
 * @param element   id of the element, or name of the field; empty if the file as a whole is meant
 * @param where     the place in words: {@code Flow “yes” from “In stock?”}
 * @param how       what it does with it: {@code asks for it in its condition}
 * @param href      where it can be seen
 */
public record Use(String model, String modelName, boolean draft, String path, String element, String where, String how, String href) {}
