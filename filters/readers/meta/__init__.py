"""Facebook, Messenger, Instagram and Threads: one company's exports, in one of two shapes."""
