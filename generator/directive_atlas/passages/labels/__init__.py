"""The labels that a text gives its own parts: 第三条, 一、, （三）, Sec. 2, 4.1, (a), (iv)."""
