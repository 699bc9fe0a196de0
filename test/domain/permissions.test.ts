import { expect } from '@open-wc/testing';
import { canAdd, canDelete, canEdit, isViewOnly, type PermissionSubject } from '../../src/domain/permissions.js';

type Can = PermissionSubject['can'];

describe('canEdit, canDelete and isViewOnly', () => {
  const cases: [can: Can, edit: boolean, remove: boolean][] = [
    [undefined, false, false],
    [{}, false, false],
    [{ edit: true }, true, false],
    [{ delete: true }, false, true],
    [{ edit: true, delete: true }, true, true],
    [{ edit: false, delete: false }, false, false],
  ];
  for (const [can, edit, remove] of cases) {
    it(`of a managed customer follow what is granted: ${JSON.stringify(can)}`, () => {
      const customer: PermissionSubject = { relationship: 'managed', can };
      expect(canEdit(customer)).to.equal(edit);
      expect(canDelete(customer)).to.equal(remove);
      expect(isViewOnly(customer)).to.equal(false);
    });

    it(`of a customer that granted access deny everything: ${JSON.stringify(can)}`, () => {
      const customer: PermissionSubject = { relationship: 'granted', can };
      expect(canEdit(customer)).to.equal(false);
      expect(canDelete(customer)).to.equal(false);
      expect(isViewOnly(customer)).to.equal(true);
    });
  }

  it('deny where the relationship is not known', () => {
    for (const relationship of [undefined, '', 'Managed', 'owner']) {
      // as: data that slipped past the boundary must not open a door
      const customer = { relationship, can: { edit: true, delete: true } } as unknown as PermissionSubject;
      expect(canEdit(customer)).to.equal(false);
      expect(canDelete(customer)).to.equal(false);
      expect(isViewOnly(customer)).to.equal(true);
    }
  });

  it('take nothing but true for a permission', () => {
    for (const value of ['true', 1, {}, 'no']) {
      // as: data that slipped past the boundary must not open a door
      const customer = { relationship: 'managed', can: { edit: value, delete: value } } as unknown as PermissionSubject;
      expect(canEdit(customer)).to.equal(false);
      expect(canDelete(customer)).to.equal(false);
    }
  });
});

describe('canAdd', () => {
  it('is what the description says', () => {
    expect(canAdd({ can: { add: true } })).to.equal(true);
    expect(canAdd({ can: { add: false } })).to.equal(false);
  });

  it('is denied where nothing is said', () => {
    expect(canAdd()).to.equal(false);
    expect(canAdd(undefined)).to.equal(false);
    expect(canAdd({})).to.equal(false);
    expect(canAdd({ can: {} })).to.equal(false);
  });
});
