// Vaadin says of each line of a menu that it is not selected, which lines of menus cannot be: screen readers stumble.

for (const name of ['vaadin-context-menu-item', 'vaadin-menu-bar-item']) {
  customElements.whenDefined(name).then(() => {
    const line = customElements.get(name)!.prototype as HTMLElement;
    line.setAttribute = function (attribute: string, value: string): void {
      if (attribute !== 'aria-selected') Element.prototype.setAttribute.call(this, attribute, value);
    };
  });
}

export {};
